import { onArrive } from '#data/leaving.ts'
import { clearLedger } from '#data/ledger.ts'
import { listenToTabs } from '#data/tabs.ts'
import { getDemoControls } from '#lib/demo-controls.ts'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ErrorBoundary } from 'react-error-boundary'

import { Crash } from './Crash.tsx'
import { Frame } from './Frame.tsx'
import { Screen } from './Screen.tsx'
import { SessionGate } from './SessionGate.tsx'

/** The whole application around one cache. `ready` settles when requests are answered. */
export function App({ client, ready }: { client: QueryClient; ready: Promise<unknown> }) {
  useEffect(() => {
    const stops = [listenToTabs(client, () => leave(client))]
    let stopBackground: (() => void) | undefined
    let isOver = false
    // Its code comes after the first rows; what is done meanwhile waits in the ledger.
    const background = import('./background.ts')
    const start = async () => {
      const { startBackground } = await background
      if (!isOver) stopBackground = startBackground(client)
    }
    ready.then(
      () => {
        if (isOver) return
        void start()
        stops.push(
          onArrive(() => {
            stopBackground?.()
            void start()
          }),
        )
        const stop = getDemoControls()?.onDataReplaced(() => {
          clearLedger()
          stopBackground?.()
          void start() // each data set has a log of its own
          void client.resetQueries()
        })
        if (stop) stops.push(stop)
      },
      () => {}, // main.tsx shows it
    )
    return () => {
      isOver = true
      stopBackground?.()
      for (const stop of stops) stop()
    }
  }, [client, ready])

  return (
    <QueryClientProvider client={client}>
      <ErrorBoundary FallbackComponent={Crash}>
        <SessionGate>
          <Frame>
            <Screen />
          </Frame>
        </SessionGate>
      </ErrorBoundary>
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
