import { expect, test } from 'vitest'
import { CALLER, fewLeads } from './few-leads.ts'
import { legacyQuery } from './legacy-query.ts'

const state = fewLeads()
const found = (query: string) =>
  legacyQuery(state, state, query, CALLER)
    .map((id) => id.slice(5))
    .join(' ')

test.each([
  ['', 'tokyo cafe bakery bare'],
  ['*', 'tokyo cafe bakery bare'],
  ['northwind', 'bakery'],
  ['bakery northwind', 'bakery'],
  ['northwind cafe', ''],
  ['north*', 'bakery'],
  ['"trade fair"', 'bakery'],
  ['"fair trade"', ''],
  ['northwind OR grossenwahn', 'cafe bakery'],
  ['NOT northwind', 'tokyo cafe bare'],
  ['NOT NOT northwind', 'bakery'],
  ['-northwind sort:name', 'cafe bare tokyo'],
  ['(northwind OR untitled) status:Potential', 'bakery'],
  ['name:"Northwind Bakery"', 'bakery'],
  ['company in ("Northwind Bakery", "Café Größenwahn")', 'cafe bakery'],
  ['status:"Potential"', 'bakery bare'],
  ['status:qualified', 'tokyo cafe'],
  ['status_id:stat_q', 'tokyo cafe'],
  ['email:asha@northwind.example', 'bakery'],
  ['email in ("asha@northwind.example","siobhan@cafe.example")', 'cafe bakery'],
  ['phone:"07700 900123"', 'bakery'],
  ['url:https://northwind.example', 'bakery'],
  ['contact:José', 'bakery'],
  ['city:Leeds', 'bakery'],
  ['custom.Source:"Trade fair"', 'bakery'],
  ['"custom.Lead owner":"Amara Okafor"', 'cafe'],
  ['custom.cf_budget >= 250', 'cafe bakery'],
  ['custom.Budget:0', 'tokyo'],
  ['custom.Renewal <= 2026-03-11', 'bakery'],
  ['custom.Nothing:x', ''],
  ['date_created >= 2026-03-10', 'tokyo cafe'],
  ['created > 2026-03-04 created < 2026-03-11', 'cafe'],
  ['created <= "2026-03-04"', 'bakery bare'],
  ['created:2026-03-04', 'bakery'],
  ['created >= soon', ''],
  ['num_contacts > 0', 'cafe bakery'],
  ['sort:created', 'bare bakery cafe tokyo'],
  ['sort:-date_created', 'tokyo cafe bakery bare'],
  ['* sort:display_name', 'cafe bakery bare tokyo'],
  ['sort:nonsense', 'tokyo cafe bakery bare'],
  ['lead_id:lead_cafe', 'cafe'],
])('%s (contract 8.3)', (query, expected) => {
  expect(found(query)).toBe(expected)
})

test('slices share all leads between them (contract 8.3)', () => {
  const slices = [1, 2, 3].flatMap((nth) => legacyQuery(state, state, `slice:${nth}/3`, CALLER))
  expect(slices.sort()).toEqual(legacyQuery(state, state, '', CALLER).sort())
})
