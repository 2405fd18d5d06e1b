import { Page } from '#app/Page.tsx'
import { MergeWizard } from '#features/merge/MergeWizard.tsx'
import { navigate, useAddress } from '#lib/navigation.ts'
import { mergePath } from '#model/paths.ts'

/** The merge wizard; what is chosen stands in the address. */
export function MergeScreen() {
  const params = new URLSearchParams(useAddress().search)
  return (
    <Page title="Merge leads" description="The source is folded into the destination and then deleted." wide>
      <MergeWizard
        source={params.get('source')}
        destination={params.get('destination')}
        onChoose={({ source, destination }) =>
          navigate(mergePath({ source: source ?? undefined, destination: destination ?? undefined }), {
            replace: true,
          })
        }
      />
    </Page>
  )
}
