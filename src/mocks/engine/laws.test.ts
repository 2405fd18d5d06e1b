import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inverseLeadPatch } from '#model/lead-patch.ts'
import { isSame } from './record.ts'
import { CHILD_TABLES } from './state.ts'
import { createTestServer, dataOf, idOf, type Json, type TestServer } from './test-server.ts'

/** A server with one field of each kind that needs no other object. */
function serverWithFields() {
  const server = createTestServer()
  const field = (body: Json) => `custom.${idOf(server.ok('POST', '/custom_field/lead/', body))}`
  const text = field({ name: 'Text', type: 'text' })
  const number = field({ name: 'Number', type: 'number' })
  const choices = ['a', 'b', 'c', 'd']
  const many = field({ name: 'Many', type: 'choices', choices, accepts_multiple_values: true })
  return { server, text, number, many }
}

const { server: patched, text, number, many } = serverWithFields()
const choice = fc.constantFrom('a', 'b', 'c', 'd')
const statusIds = dataOf(patched.ok('GET', '/status/lead/')).map(idOf)

/** A body that the engine takes: own fields and custom values, with null, `.add` and `.remove` among them. */
const patch = fc.dictionary(
  fc.constantFrom('name', 'description', 'status_id', text, number, many, `${many}.add`, `${many}.remove`),
  fc.nat(),
  { maxKeys: 5 },
)
const valueFor = (key: string, seed: number): unknown => {
  if (key === 'status_id') return statusIds[seed % statusIds.length]
  if (key === 'description') return `text ${seed}`
  if (key === number) return seed % 3 === 0 ? null : seed
  if (key === many) return seed % 3 === 0 ? null : ['a', 'b', 'c', 'd'].filter((_, i) => (seed >> i) & 1)
  if (key === 'name' || key === text) return seed % 3 === 0 ? null : `text ${seed}`
  return ['a', 'b', 'c', 'd'][seed % 4]
}
const patches = patch.map((keys) =>
  Object.fromEntries(Object.entries(keys).map(([key, seed]) => [key, valueFor(key, seed)])),
)

/** What an undo brings back; the order of several values is no part of it. */
function content(lead: Json): Json {
  const { date_updated: _date, ...rest } = lead
  const values = rest[many]
  return Array.isArray(values) ? { ...rest, [many]: [...(values as string[])].sort() } : rest
}

describe('patches', () => {
  test('a patch and then its inverse give the same lead', () => {
    fc.assert(
      fc.property(patches, patches, (start, change) => {
        const id = idOf(patched.ok('POST', '/lead/', {}))
        const before = patched.ok('PUT', `/lead/${id}/`, start)
        // `.add` together with a plain set of the same field is undone by the set's own inverse.
        fc.pre(!(many in change && Object.keys(change).some((key) => key.startsWith(`${many}.`))))
        fc.pre(!(change[`${many}.add`] !== undefined && change[`${many}.add`] === change[`${many}.remove`]))
        patched.ok('PUT', `/lead/${id}/`, change)
        const after = patched.ok('PUT', `/lead/${id}/`, { ...inverseLeadPatch(before, change) })
        expect(content(after)).toEqual(content(before))
      }),
      { numRuns: 100 },
    )
  })

  test('two adds commute, and each is there afterwards', () => {
    fc.assert(
      fc.property(choice, choice, (a, b) => {
        const run = (first: string, second: string) => {
          const id = idOf(patched.ok('POST', '/lead/', {}))
          patched.ok('PUT', `/lead/${id}/`, { [`${many}.add`]: first })
          return patched.ok('PUT', `/lead/${id}/`, { [`${many}.add`]: second })[many] as string[]
        }
        const expected = [...new Set([a, b])].sort()
        expect([...run(a, b)].sort()).toEqual(expected)
        expect([...run(b, a)].sort()).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })
})

type Step = { kind: number; lead: number; other: number; seed: number }
const steps = fc.array(fc.record({ kind: fc.nat(7), lead: fc.nat(), other: fc.nat(), seed: fc.nat() }), {
  maxLength: 30,
})

/** One random write; on nothing it does nothing. */
function take(server: TestServer, step: Step): void {
  server.clock.now += step.seed % 3 === 0 ? 0 : 1000
  const leads = [...server.state.all('lead')]
  const lead = leads[step.lead % leads.length]
  const other = leads[step.other % leads.length]
  const contacts = (lead?.['contact_ids'] ?? []) as string[]
  const contact = contacts[step.seed % contacts.length]
  const id = lead?.id
  if (step.kind === 0 || !id) {
    const named = step.seed % 2 ? { name: `Lead ${step.seed}` } : {}
    server.call('POST', '/lead/', { ...named, contacts: [{ name: `Contact ${step.seed}` }] })
  } else if (step.kind === 1)
    server.call('PUT', `/lead/${id}/`, { name: `Lead ${step.seed}`, description: 'd' })
  else if (step.kind === 2) server.call('POST', '/contact/', { lead_id: id, name: `Contact ${step.seed}` })
  else if (step.kind === 3 && contact) server.call('PUT', `/contact/${contact}/`, { name: `C ${step.seed}` })
  else if (step.kind === 4 && contact) server.call('DELETE', `/contact/${contact}/`)
  else if (step.kind === 5)
    server.call('POST', '/task/', { lead_id: id, text: 't', is_complete: step.seed % 2 > 0 })
  else if (step.kind === 6) server.call('POST', '/lead/merge/', { source: id, destination: other?.id })
  else if (step.kind === 7 && step.seed % 3 === 0) server.call('DELETE', `/lead/${id}/`)
}

function allEvents(server: TestServer): Json[] {
  const events: Json[] = []
  for (let cursor = ''; ;) {
    const page = server.ok('GET', `/event/?_cursor=${cursor}`)
    events.push(...dataOf(page))
    if (page['cursor_next'] === null) return events.toReversed()
    cursor = page['cursor_next'] as string
  }
}

describe('histories', () => {
  test('the events of leads and contacts, replayed, give the same leads and contacts', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const server = createTestServer()
        for (const step of history) take(server, step)
        const replayed = { lead: new Map<string, Json>(), contact: new Map<string, Json>() }
        for (const event of allEvents(server)) {
          const type = event['object_type']
          if (type !== 'lead' && type !== 'contact') continue
          const id = event['object_id'] as string
          if (event['action'] === 'deleted') replayed[type].delete(id)
          else replayed[type].set(id, event['data'] as Json)
        }
        const withoutDate = ({ date_updated: _date, ...rest }: Json) => rest
        const leads = dataOf(server.ok('GET', '/lead/?_limit=200'))
        expect(replayed.lead.size).toBe(leads.length)
        for (const lead of leads) {
          expect(lead).toMatchObject(withoutDate(replayed.lead.get(idOf(lead)) ?? { missing: true }))
        }
        const contacts = leads.flatMap((lead) => lead['contacts'] as Json[])
        expect(replayed.contact.size).toBe(contacts.length)
        for (const contact of contacts) expect(contact).toEqual(replayed.contact.get(idOf(contact)))
      }),
      { numRuns: 40 },
    )
  })

  test('each child hangs below a lead that exists, and contact_ids name exactly its contacts', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const { state, ...server } = createTestServer()
        for (const step of history) take({ state, ...server }, step)
        for (const table of CHILD_TABLES) {
          for (const child of state.all(table))
            expect(state.get('lead', child['lead_id'] as string)).toBeDefined()
        }
        for (const lead of state.all('lead')) {
          const below = state.childrenOf('contact', lead.id).map((contact) => contact.id)
          expect([...(lead['contact_ids'] as string[])].sort()).toEqual(below.sort())
        }
      }),
      { numRuns: 40 },
    )
  })

  test('a merge loses no child: the destination holds those of both', () => {
    fc.assert(
      fc.property(steps, fc.nat(), fc.nat(), (history, from, into) => {
        const server = createTestServer()
        for (const seed of [1, 2]) take(server, { kind: 0, lead: 0, other: 0, seed })
        for (const step of history) take(server, step)
        const leads = [...server.state.all('lead')]
        const source = leads[from % leads.length]
        const destination = leads[into % leads.length]
        fc.pre(source !== undefined && destination !== undefined && source !== destination)
        const childIds = (lead: string) =>
          CHILD_TABLES.flatMap((table) => server.state.childrenOf(table, lead).map((child) => child.id))
        const before = [...childIds(source.id), ...childIds(destination.id)]
        server.ok('POST', '/lead/merge/', { source: source.id, destination: destination.id })
        expect(childIds(source.id)).toEqual([])
        const after = childIds(destination.id)
        expect(after).toEqual(expect.arrayContaining(before))
        expect(after).toHaveLength(before.length + 1)
      }),
      { numRuns: 40 },
    )
  })

  test('a refused request leaves the state as it is, and an answer follows from state and request alone', () => {
    const server = createTestServer()
    const id = idOf(server.ok('POST', '/lead/', { name: 'A' }))
    const before = JSON.stringify([...server.state.all('lead')])
    server.call('PUT', `/lead/${id}/`, { name: 'B', url: 'not a url at all' })
    expect(isSame(JSON.stringify([...server.state.all('lead')]), before)).toBe(true)
    const once = createTestServer().ok('POST', '/lead/', { name: 'A', contacts: [{ name: 'B' }] })
    expect(createTestServer().ok('POST', '/lead/', { name: 'A', contacts: [{ name: 'B' }] })).toEqual(once)
  })
})
