import { onArrive } from '#data/leaving.ts'
import { clearLedger } from '#data/ledger.ts'
import { listenToTabs } from '#data/tabs.ts'
import { getDemoControls } from '#lib/demo-controls.ts'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ErrorBoundary } from 'react-error-boundary'

import type { startBackground } from './background.ts'
import { Crash } from './Crash.tsx'
import { Frame } from './Frame.tsx'
import { Screen } from './Screen.tsx'
import { SessionGate } from './SessionGate.tsx'

/**
 * The whole application around one cache. `ready` settles when requests are answered; `background` is what goes on
 * behind the pages, whose code comes after the first rows: what is done meanwhile waits in the ledger.
 */
export function App({
  client,
  ready,
  background,
}: {
  client: QueryClient
  ready: Promise<unknown>
  background: Promise<{ startBackground: typeof startBackground }>
}) {
  useEffect(() => {
    const stops = [listenToTabs(client, () => leave(client))]
    let stopBackground: (() => void) | undefined
    let isOver = false
    const start = () =>
      background.then(
        ({ startBackground }) => {
          if (!isOver) stopBackground = startBackground(client)
        },
        () => {}, // main.tsx shows it
      )
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
  }, [client, ready, background])

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
