import { expect, test } from 'vitest'

/** Files that bring in react-aria-components (73 kB). Everything else may stand in the first load. */
const HEAVY = ['ConfirmDialog', 'Dialog', 'Menu', 'Popover']

const sources = import.meta.glob<string>(['./*.{ts,tsx}', '../fields/*.{ts,tsx}', '!**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

test('only the heavy files reach react-aria-components, and no other file imports one of them outright', () => {
  const heavy = Object.entries(sources)
    .filter(([, code]) =>
      [...code.matchAll(/^(?!import type).*from '([^']+)'/gm)].some(
        ([, from = '']) =>
          from.startsWith('react-aria') || HEAVY.some((name) => from.endsWith(`/${name}.tsx`)),
      ),
    )
    .map(([file]) => file)
  expect(heavy.sort()).toEqual(HEAVY.map((name) => `./${name}.tsx`))
})
