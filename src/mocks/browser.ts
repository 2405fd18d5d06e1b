import type { DemoControls } from '#lib/demo-controls.ts'
import { createDemoClient } from './demo-client.ts'
import { createDemoPage } from './demo-controls.ts'
import { readAddress, type AddressReading, type DemoSession } from './demo-switches.ts'

export type DemoHandle = {
  controls: DemoControls
  /** Resolves when the data is there; rejects with an `Error` fit for a screen. Requests wait by themselves. */
  ready: Promise<void>
}

export type StartDemoOptions = {
  /** Told how many leads are made while a big data set is prepared. */
  onProgress?: (made: number, total: number) => void
}

const REMEMBERED = 'leadlight-demo'

/**
 * Puts the demo server between this page and the network. Resolves as soon as requests are caught, which is
 * before there is any data: they wait for it. Rejects with an `Error` fit for a screen when the address makes
 * no sense or the browser allows no service worker.
 */
export async function startDemo({ onProgress = () => {} }: StartDemoOptions = {}): Promise<DemoHandle> {
  const { session, reset } = takeSwitches()
  const { leads, seed } = session
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const client = createDemoClient(worker, { onProgress, onReplaced: () => page.replaced() })
  const page = createDemoPage(session, {
    remember,
    open: (dataSet) => client.ask({ kind: 'open', dataSet, startOver: false }, 'opened'),
    startOver: async () => {
      await client.ask({ kind: 'start-over' }, 'started-over')
    },
    setConditions({ switches, now }) {
      const conditions = { switches, now }
      // a worker that is gone says so at the next request
      client.ask({ kind: 'set-conditions', conditions }, 'conditions-set').catch(() => {})
    },
  })
  const ready = client
    .ask({ kind: 'open', dataSet: { leads, seed }, startOver: reset }, 'opened')
    .then(({ isPersistent }) => page.setPersistent(isPersistent))
  ready.catch(() => {}) // whoever is interested awaits it; each request fails with the same text

  window.__leadlightDemo = page
  await catchRequests()
  return { controls: page, ready }

  async function catchRequests(): Promise<void> {
    const [{ setupWorker }, { createHandlers }] = await Promise.all([
      import('msw/browser'),
      import('./handlers.ts'),
    ])
    const handlers = createHandlers({
      answer: (request) =>
        client.ask({ kind: 'request', request }, 'answer').catch((error: unknown) => ({
          status: 500,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ error: error instanceof Error ? error.message : String(error) }),
        })),
      latency: page.latency,
      fault: page.fault,
    })
    const base = import.meta.env.BASE_URL
    try {
      await setupWorker(...handlers).start({
        quiet: true,
        onUnhandledFrame: 'bypass',
        serviceWorker: { url: `${base}mockServiceWorker.js`, options: { scope: base } },
      })
    } catch (cause) {
      throw new Error(
        'The demo runs on a service worker, and this browser does not allow one here. ' +
          'Allow this site to store data, or open the demo in a normal window.',
        { cause },
      )
    }
  }
}

/** Moves the demo's parameters from the address into this tab's memory. */
function takeSwitches(): AddressReading {
  const { pathname, search, hash } = window.location
  const reading = readAddress(search, recall())
  remember(reading.session)
  if (reading.search !== search) {
    window.history.replaceState(window.history.state, '', pathname + reading.search + hash)
  }
  return reading
}

function remember(session: DemoSession): void {
  try {
    window.sessionStorage.setItem(REMEMBERED, JSON.stringify(session))
  } catch {
    // without storage the switches last until the next load
  }
}

function recall(): unknown {
  try {
    return JSON.parse(window.sessionStorage.getItem(REMEMBERED) ?? 'null')
  } catch {
    return null
  }
}
