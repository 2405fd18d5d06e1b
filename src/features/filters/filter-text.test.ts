import { BUILT_IN_COLUMNS, customFieldColumn, type LeadColumn } from '#model/lead-column.ts'
import type { LeadFilter } from '#model/search.ts'
import { expect, test } from 'vitest'
import { filterText } from './filter-text.ts'

const builtIn = (id: string) => BUILT_IN_COLUMNS.find((column) => column.id === id)
const custom = (name: string, type: string, multiple = false) =>
  customFieldColumn({ id: 'cf_1', name, type, accepts_multiple_values: multiple })
const LOOKUPS = {
  statuses: [
    { id: 'stat_1', label: 'Potential' },
    { id: 'stat_2', label: 'Qualified' },
  ],
  users: [{ id: 'user_1', first_name: 'Robin', last_name: 'Hale' }],
}

test.each<[LeadColumn | undefined, LeadFilter['op'], string[], string]>([
  [builtIn('status_id'), 'any', ['stat_1'], 'Status is Potential'],
  [builtIn('status_id'), 'any', ['stat_1', 'stat_2'], 'Status is Potential or Qualified'],
  [builtIn('status_id'), 'none', ['stat_gone'], 'Status is not stat_gone'],
  [custom('Technologies', 'choices', true), 'any', ['Rust'], 'Technologies has Rust'],
  [custom('Technologies', 'choices', true), 'all', ['Rust', 'Go'], 'Technologies has Rust and Go'],
  [
    custom('Technologies', 'choices', true),
    'any',
    ['Rust', 'Go', 'C', 'D'],
    'Technologies has Rust, Go or 2 more',
  ],
  [custom('Technologies', 'choices', true), 'none', ['Rust'], 'Technologies has not Rust'],
  [custom('Owner', 'user'), 'any', ['user_1'], 'Owner is Robin Hale'],
  [builtIn('primary_email'), 'contains', ['acme'], 'Email contains “acme”'],
  [builtIn('url'), 'lacks', ['acme'], 'URL does not contain “acme”'],
  [custom('Employees', 'number'), 'between', ['1000', ''], 'Employees is 1,000 or more'],
  [custom('Employees', 'number'), 'between', ['', '5'], 'Employees is 5 or less'],
  [custom('Employees', 'number'), 'between', ['5', '1000'], 'Employees is 5 to 1,000'],
  [builtIn('date_created'), 'between', ['2026-03-01'], 'Created is Mar 1, 2026 or later'],
  [builtIn('url'), 'unset', [], 'URL is empty'],
  [builtIn('url'), 'set', ['left over'], 'URL is not empty'],
  [undefined, 'any', ['x'], 'A field that no longer exists'],
])('%#', (column, op, values, text) => {
  expect(filterText({ field: column?.id ?? 'custom.cf_gone', op, values }, column, LOOKUPS)).toBe(text)
})
