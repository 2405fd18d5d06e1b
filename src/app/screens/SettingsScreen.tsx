import { Page } from '#app/Page.tsx'
import { Settings } from '#features/settings/Settings.tsx'

/** Connection, custom fields, statuses, appearance and demo data. */
export function SettingsScreen() {
  return (
    <Page title="Settings" wide>
      <Settings />
    </Page>
  )
}
