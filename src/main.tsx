import '#ui/styles.css'

import { holdRequests } from '#api/http.ts'
import { App } from '#app/App.tsx'
import { createQueryClient } from '#app/query-client.ts'
import { StartFailure } from '#app/StartFailure.tsx'
import { startSession } from '#data/session.ts'
import { applyStoredAppearance } from '#ui/theme.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

applyStoredAppearance()

const root = createRoot(document.getElementById('root') ?? document.body)
const ready = import.meta.env.MODE === 'demo' ? startDemo() : Promise.resolve()
if (import.meta.env.MODE !== 'demo') startSession()

const background = import('#app/background.ts')

root.render(
  <StrictMode>
    <App client={createQueryClient()} ready={ready} background={background} />
  </StrictMode>,
)
// Without it nothing that a person does would be saved.
background.catch((error: unknown) => root.render(<StartFailure error={error} />))

/** The page is drawn while the demo server starts; its requests wait. */
async function startDemo(): Promise<void> {
  const started = import('#mocks/browser.ts').then((demo) => demo.startDemo())
  holdRequests(started)
  try {
    await started
  } catch (error) {
    root.render(<StartFailure error={error} />)
    throw error
  }
}
