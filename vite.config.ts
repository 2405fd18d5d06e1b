import { copyFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/**
 * `vite` and `vite build` make the live app; `--mode demo` makes the demo, the only mode whose
 * module graph reaches `src/mocks` and whose output holds a service worker.
 */
export default defineConfig(({ mode }) => {
  const demo = mode === 'demo'
  return {
    plugins: [react(), tailwindcss(), ...(demo ? [msw({ mode: 'worker-only' }), staticFallback()] : [])],
    resolve: {
      alias: {
        // What the shim brings to old versions of React is in ours.
        'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector',
        // MSW uses a public-suffix list of 110 kB (gzip) for cookies alone; the demo server sets none.
        ...(demo && { tldts: fileURLToPath(new URL('./src/mocks/no-public-suffixes.ts', import.meta.url)) }),
      },
    },
    server: { port: Number(process.env['PORT'] ?? 5173), strictPort: true },
    preview: {
      proxy: demo
        ? {}
        : {
            '/api/v1': {
              target: process.env['CLOSE_API_URL'] ?? 'https://api.close.com/api/v1/',
              changeOrigin: true,
              rewrite: (path: string) => path.replace(/^\/api\/v1\//, ''),
              headers: keyHeader(),
              bypass: ({ headers }: IncomingMessage) => (isFromElsewhere(headers) ? false : undefined),
            },
          },
    },
    // Reached by the demo's worker alone, so a cold start would find them late and load the page twice.
    optimizeDeps: { include: demo ? ['idb', 'libphonenumber-js/min'] : [] },
    worker: { format: 'es' },
    build: {
      target: 'es2023',
      sourcemap: false,
      // Every browser that reads ES2023 knows `modulepreload` itself.
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 800,
      rolldownOptions: {
        // What stands before the first row is one file: it compresses better and comes in one wave.
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
    test: {
      include: ['src/**/*.test.{ts,tsx}'],
      environment: 'node',
      restoreMocks: true,
    },
  }
})

/** With `CLOSE_API_KEY` in the environment the proxy adds it (contract 2), so that no browser ever holds it. */
function keyHeader(): Record<string, string> {
  const key = process.env['CLOSE_API_KEY']
  return key ? { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` } : {}
}

/** Whether another site's page sends the request: it must not act with the key of whoever runs the proxy. */
function isFromElsewhere({ origin, host, 'sec-fetch-site': site }: IncomingMessage['headers']): boolean {
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) return true
  return site === 'cross-site' || site === 'same-site'
}

/** Static hosts answer an address that is no file, such as `/leads/LEAD_ID`, with this copy of the page. */
function staticFallback(): Plugin {
  return {
    name: 'leadlight:static-fallback',
    apply: 'build',
    writeBundle({ dir = 'dist' }) {
      copyFileSync(join(dir, 'index.html'), join(dir, '404.html'))
    },
  }
}
