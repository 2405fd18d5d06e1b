import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { launchOptions } from '../.scripts/browser.mjs'
import { apiPort, demoPort, ENGINE, livePort } from './live-servers.ts'

const baseURL = `http://localhost:${demoPort}/`
const liveURL = `http://localhost:${livePort}/`
const cwd = fileURLToPath(new URL('..', import.meta.url))
const server = { cwd, reuseExistingServer: !process.env['CI'], timeout: 180_000, stdout: 'pipe' } as const

/**
 * The journeys run against the built demo, those of the live app against the live build and the demo's engine
 * behind HTTP. Both are built first if they are older than the source.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  // Each demo journey has a server of its own in its browser; those of the live app share one.
  workers: 2,
  retries: 0,
  timeout: 45_000,
  globalTimeout: 30 * 60_000,
  expect: { timeout: 7_000 },
  reporter: 'list',
  use: {
    baseURL,
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: launchOptions(),
  },
  projects: [
    {
      name: 'desktop',
      testIgnore: ['**/*.phone.spec.ts', '**/live*.spec.ts'],
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'phone',
      testMatch: '**/*.phone.spec.ts',
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    {
      name: 'live',
      testMatch: '**/live*.spec.ts',
      workers: 1,
      use: { baseURL: liveURL, viewport: { width: 1440, height: 900 } },
    },
  ],
  webServer: [
    { ...server, command: `node .scripts/preview.mjs --demo --fresh --port ${demoPort}`, url: baseURL },
    {
      ...server,
      command: `node .scripts/api.mjs --port ${apiPort} --leads 60`,
      port: apiPort,
    },
    {
      ...server,
      command: `node .scripts/preview.mjs --fresh --port ${livePort}`,
      url: liveURL,
      env: { CLOSE_API_URL: `${ENGINE}api/v1/`, CLOSE_API_KEY: '' },
    },
  ],
})
