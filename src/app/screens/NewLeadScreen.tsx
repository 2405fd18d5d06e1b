import { Page } from '#app/Page.tsx'
import { NewLeadForm } from '#features/new-lead/NewLeadForm.tsx'
import { navigate } from '#lib/navigation.ts'
import { leadPath, leadsPath } from '#model/paths.ts'

/** The form for a new lead; then its pane. */
export function NewLeadScreen() {
  return (
    <Page title="New lead">
      <NewLeadForm
        onCreated={(lead) => navigate(leadPath(lead.id), { replace: true })}
        onCancel={() => navigate(leadsPath())}
      />
    </Page>
  )
}
