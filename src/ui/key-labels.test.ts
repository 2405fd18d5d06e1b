import { expect, test } from 'vitest'
import { keyLabels } from './key-labels.ts'

test.each([
  ['Mod+Enter', 'MacIntel', ['⌘', '↵']],
  ['Mod+Enter', 'Win32', ['Ctrl', 'Enter']],
  ['Shift+ArrowDown', 'Linux x86_64', ['Shift', '↓']],
  ['J', 'MacIntel', ['J']],
])('%s on %s: %j', (keys, platform, labels) => {
  expect(keyLabels(keys, platform)).toEqual(labels)
})
