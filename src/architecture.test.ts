import { expect, test } from 'vitest'

/** The layers and what each may import besides itself. Features meet in `app/screens/`, never in each other. */
const MAY_IMPORT: Record<string, string[]> = {
  lib: [],
  model: ['lib'],
  api: ['lib', 'model'],
  data: ['lib', 'model', 'api'],
  ui: ['lib'],
  fields: ['lib', 'model', 'ui'],
  features: ['lib', 'model', 'data', 'ui', 'fields'],
  app: ['lib', 'model', 'data', 'ui', 'fields', 'features'],
  mocks: ['lib', 'model'],
  gateway: ['lib', 'model'],
  'main.tsx': ['lib', 'model', 'api', 'data', 'ui', 'app'],
}

/** Packages that belong to certain layers. React and its kin have no place in rules, transport or the demo server. */
const ONLY_IN: [packages: RegExp, layers: string[]][] = [
  [/^msw(\/|$)/, ['mocks']],
  [/^(node:|(hono|@hono\/node-server|jose)(\/|$))/, ['gateway', 'mocks']],
  [/^@tanstack\/react-query$/, ['data', 'features', 'app', 'main.tsx']],
  [
    /^(react|react-dom|react-aria-components|react-hook-form|lucide-react|@tanstack\/react-.*)(\/|$)/,
    ['lib', 'data', 'ui', 'fields', 'features', 'app', 'main.tsx'],
  ],
]

const isTest = (file: string) => /\.test\.tsx?$/.test(file)

/** What a module names in import and export declarations, `import()`, type imports and `new URL(…, import.meta.url)`. */
function importsOf(code: string) {
  const bare = code.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
  const found = bare.matchAll(
    /\b(?<how>from|import\s*\(|import|vi\.mock\s*\(|new\s+URL\s*\()\s*(?<quote>['"`])(?<name>[^'"`\n]+)\k<quote>/g,
  )
  return [...found].map(({ groups }) => ({
    name: groups?.['name'] ?? '',
    isDynamic: /^import\s*\($/.test(groups?.['how'] ?? ''),
  }))
}

/** Sentences about what a source file imports against the rules; `file` is relative to src, as in `./ui/Button.tsx`. */
function wrongImports(file: string, code: string) {
  const layer = file.split('/')[1] ?? ''
  const allowed = MAY_IMPORT[layer]
  if (!allowed && !isTest(file)) return [`${file} is in no known layer`]
  return importsOf(code).flatMap(({ name, isDynamic }) => {
    const wrong = [`${file} imports ${name}`]
    if (name.startsWith('#')) {
      if (isTest(file)) return []
      const target = /^#([^/]+)/.exec(name)?.[1] ?? ''
      if (layer === 'main.tsx' && target === 'mocks') return isDynamic ? [] : wrong
      return allowed?.includes(target) || (target === layer && layer !== 'features') ? [] : wrong
    }
    // The same folder, or one inside it. Everything else has a name that shows its layer.
    if (name.startsWith('.')) return /^\.\/(?!.*\.\.)/.test(name) && layer !== 'main.tsx' ? [] : wrong
    if (/^[/~]|^@\//.test(name) || name.startsWith('src/')) return wrong
    if (isTest(file)) return []
    return ONLY_IN.filter(([packages]) => packages.test(name)).every(([, layers]) => layers.includes(layer))
      ? []
      : wrong
  })
}

const hasDefaultExport = (code: string) => /^export\s+default\b|^export\s*\{[^}]*\bas\s+default\b/m.test(code)

const sources = import.meta.glob<string>(['./**/*.{ts,tsx}', '!**/*.d.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const journeys = import.meta.glob<string>(['../e2e/**/*.ts', '!../e2e/playwright.config.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

test('imports point one way', () => {
  expect(Object.keys(sources)).toContain('./main.tsx')
  expect(Object.entries(sources).flatMap(([file, code]) => wrongImports(file, code))).toEqual([])
})

test('modules have named exports and no barrels', () => {
  const all = Object.entries({ ...sources, ...journeys })
  expect(all.filter(([, code]) => hasDefaultExport(code)).map(([file]) => file)).toEqual([])
  expect(all.map(([file]) => file).filter((file) => /\/index\.tsx?$/.test(file))).toEqual([])
})

test.each([
  ['./model/lead.ts', `import { chunk } from '#lib/chunk.ts'\nimport { z } from 'zod'`],
  ['./features/leads/LeadPane.tsx', `import { leadForm } from './lead-form.ts'\nimport '#ui/Button.tsx'`],
  [
    './main.tsx',
    `const { startDemo } = await import('#mocks/browser.ts')\nimport { App } from '#app/App.tsx'`,
  ],
  [
    './mocks/browser.ts',
    `import { setupWorker } from 'msw/browser'\nnew URL('./worker.ts', import.meta.url)`,
  ],
  ['./gateway/app.ts', `import { Hono } from 'hono'\nimport { createServer } from 'node:http'`],
  ['./data/lead-queries.test.ts', `import { demo } from '#mocks/node.ts'`],
  [
    './lib/words.ts',
    `// taken from '../elsewhere'\n/* import '#app/App.tsx' */ export const a = 'https://x.test/'`,
  ],
])('the check accepts %s', (file, code) => {
  expect(wrongImports(file, code)).toEqual([])
})

test.each([
  ['./model/lead.ts', `import { getLead } from '#api/leads.ts'`],
  ['./model/lead.ts', `import { useState } from 'react'`],
  ['./model/lead.ts', `export * from "#data/lead-queries.ts"`],
  ['./ui/Button.tsx', `import type { Lead } from '#model/lead.ts'`],
  ['./ui/Button.tsx', `import {\n  type Lead,\n  leadSchema,\n} from '#model/lead.ts'`],
  ['./ui/Button.tsx', `type Lead = import('#model/lead.ts').Lead`],
  ['./ui/Button.tsx', `import { useQuery } from '@tanstack/react-query'`],
  ['./api/leads.ts', `import '#mocks/engine/store.ts'`],
  ['./api/leads.ts', `const engine = await import('#mocks/engine/store.ts')`],
  ['./mocks/handlers.ts', `import { listLeads } from '#api/leads.ts'`],
  ['./features/leads/LeadPane.tsx', `import { ContactList } from '#features/contacts/ContactList.tsx'`],
  ['./features/leads/LeadPane.tsx', `import { ContactList } from '../contacts/ContactList.tsx'`],
  ['./features/leads/LeadPane.tsx', `import { getLead } from '#api/leads.ts'`],
  ['./features/leads/LeadPane.test.tsx', `import { ContactList } from '../contacts/ContactList.tsx'`],
  ['./app/App.tsx', `const demo = await import('#mocks/browser.ts')`],
  ['./app/App.tsx', `new Worker(new URL('../mocks/worker.ts', import.meta.url))`],
  ['./app/App.tsx', `import { Lead } from '/src/model/lead.ts'`],
  ['./main.tsx', `import { startDemo } from '#mocks/browser.ts'`],
  ['./main.tsx', `import { App } from './app/App.tsx'`],
  ['./gateway/app.ts', `import { request } from '#api/http.ts'`],
  ['./app/App.tsx', `import { createGateway } from '#gateway/app.ts'`],
  ['./app/App.tsx', `import { jwtDecrypt } from 'jose'`],
  ['./helpers/words.ts', ``],
])('the check refuses %s with %s', (file, code) => {
  expect(wrongImports(file, code)).toHaveLength(1)
})

test('the check finds default exports', () => {
  expect(hasDefaultExport('const a = 1\nexport default a')).toBe(true)
  expect(hasDefaultExport('const a = 1\nexport { a as default }')).toBe(true)
  expect(hasDefaultExport('const a = 1\nexport { a }')).toBe(false)
})
