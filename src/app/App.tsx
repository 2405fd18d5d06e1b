import { clearLedger } from '#data/ledger.ts'
import { resumeDeletions } from '#data/lead-deletion.ts'
import { listenToTabs } from '#data/tabs.ts'
import { getDemoControls } from '#lib/demo-controls.ts'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { Frame } from './Frame.tsx'
import { Screen } from './Screen.tsx'
import { SessionGate } from './SessionGate.tsx'

/** The whole application around one cache. `ready` settles when requests are answered. */
export function App({ client, ready }: { client: QueryClient; ready: Promise<unknown> }) {
  useEffect(() => {
    const stops = [listenToTabs(client, () => leave(client)), resumeDeletions(client)]
    let isOver = false
    ready.then(
      () => {
        if (isOver) return
        const stop = getDemoControls()?.onDataReplaced(() => {
          clearLedger()
          void client.resetQueries()
        })
        if (stop) stops.push(stop)
      },
      () => {}, // main.tsx shows it
    )
    return () => {
      isOver = true
      for (const stop of stops) stop()
    }
  }, [client, ready])

  return (
    <QueryClientProvider client={client}>
      <SessionGate>
        <Frame>
          <Screen />
        </Frame>
      </SessionGate>
    </QueryClientProvider>
  )
}

/** Another tab signed out; what that takes is code that hardly anybody ever needs. */
function leave(client: QueryClient): void {
  import('#data/sign-out.ts').then(
    (signOut) => signOut.leave(client),
    () => location.reload(), // a key in memory goes with the page
  )
}
