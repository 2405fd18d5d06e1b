import { Page } from '#app/Page.tsx'
import { ImportWizard } from '#features/import/ImportWizard.tsx'

/** CSV import. */
export function ImportScreen() {
  return (
    <Page
      title="Import leads"
      description="From a CSV file, checked row by row before anything is written."
      wide
    >
      <ImportWizard />
    </Page>
  )
}
