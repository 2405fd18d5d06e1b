import parsePhoneNumber from 'libphonenumber-js/min'
import { describe, expect, test } from 'vitest'
import { CUSTOM_FIELD_TYPES } from '#model/custom-field.ts'
import { customFieldsOf, customValue } from '#mocks/engine/custom-fields.ts'
import { CHILD_TABLES, EngineState, type Rec } from '#mocks/engine/state.ts'
import { createMemoryServer } from '#mocks/memory-server.ts'
import { stamp } from '#mocks/engine/stamp.ts'
import { stampOf } from './calendar.ts'
import { LOCALES } from './locales.ts'
import { Dice } from './random.ts'
import { seedChanges, type SeedOptions } from './seed.ts'
import { slugOf } from './words.ts'

const NOW = Date.UTC(2026, 2, 4, 12)

function seeded(options: Partial<SeedOptions> = {}): EngineState {
  const state = new EngineState()
  for (const { changes } of seedChanges({ seed: 1, leads: 500, now: NOW, ...options })) state.apply(changes)
  return state
}

const dump = (options: Partial<SeedOptions>) =>
  JSON.stringify([...seedChanges({ seed: 1, leads: 60, now: NOW, ...options })])

const state = seeded()
const leads = [...state.all('lead')]
const contacts = [...state.all('contact')]
const urls = leads.flatMap((lead) => (lead['url'] as string | null) ?? [])

test('the same options make the same data, another seed other leads', () => {
  expect(dump({})).toBe(dump({}))
  expect(dump({ seed: 2 })).not.toBe(dump({}))
})

test('statuses, users and fields have the same ids in every data set', () => {
  const ids = (state: EngineState) =>
    (['organization', 'user', 'lead_status', 'custom_field', 'saved_search'] as const).map((table) =>
      [...state.all(table)].map((record) => record.id),
    )
  expect(ids(seeded({ seed: 9, leads: 1 }))).toEqual(ids(state))
})

test('a data set has as many leads as it should', () => {
  for (const leads of [0, 1, 101]) expect(seeded({ leads }).size('lead')).toBe(leads)
})

test('Bluth Company is there, first and potential', () => {
  const [first] = leads
  expect(first).toMatchObject({ name: 'Bluth Company' })
  expect(state.get('lead_status', String(first?.['status_id']))).toMatchObject({ label: 'Potential' })
})

test('ids have the prefix and length of the contract, and are unique', () => {
  const prefixes = { lead: 'lead', contact: 'cont', opportunity: 'oppo', task: 'task', activity: 'acti' }
  for (const table of ['lead', 'contact', 'opportunity', 'task', 'activity'] as const) {
    const ids = [...state.all(table)].map((record) => record.id)
    expect(ids.length).toBeGreaterThan(100)
    for (const id of ids) expect(id).toMatch(new RegExp(`^${prefixes[table]}_[0-9A-Za-z]{43}$`))
  }
})

test('every reference has something at its end', () => {
  const orphans = (['lead', ...CHILD_TABLES] as const).flatMap((table) =>
    [...state.all(table)].filter((record) => !refersToKnown(record)),
  )
  expect(orphans).toEqual([])
})

function refersToKnown(record: Rec): boolean {
  const ends = [
    ['lead_id', 'lead'],
    ['contact_id', 'contact'],
    ['user_id', 'user'],
    ['assigned_to', 'user'],
    ['created_by', 'user'],
  ] as const
  return ends.every(([key, table]) => {
    const id = record[key]
    return id === undefined || id === null || state.get(table, id as string) !== undefined
  })
}

test('values fit their custom fields, and each type of field is in use', () => {
  const used = new Set<string>()
  for (const lead of leads) {
    for (const [key, value] of Object.entries(lead)) {
      if (!key.startsWith('custom.')) continue
      const field = state.get('custom_field', key.slice('custom.'.length))
      const isMultiple = field?.['accepts_multiple_values'] === true
      used.add(`${String(field?.['type'])}${isMultiple ? ' multiple' : ''}`)
      expect(Array.isArray(value)).toBe(isMultiple)
      if (field?.['type'] === 'choices')
        expect(field['choices']).toEqual(expect.arrayContaining([value].flat()))
      if (field?.['type'] === 'contact')
        expect(lead['contact_ids']).toEqual(expect.arrayContaining([value].flat()))
    }
  }
  const types = CUSTOM_FIELD_TYPES.filter((type) => type !== 'textarea' && type !== 'custom_object')
  expect([...used].sort()).toEqual([...types, 'choices multiple', 'contact multiple', 'user multiple'].sort())
})

test('each custom field of opportunities is in use, by values that fit', () => {
  const opportunities = [...state.all('opportunity')]
  const fields = customFieldsOf(state, 'opportunity')
  expect(fields.map((field) => field['name'])).toEqual([
    'Priority',
    'Contract length',
    'Products',
    'Sales engineer',
  ])
  for (const field of fields) {
    const key = `custom.${field.id}`
    const withValue = opportunities.filter((opportunity) => opportunity[key] !== undefined)
    expect(withValue.length).toBeGreaterThan(20)
    for (const opportunity of withValue)
      expect(customValue(state, opportunity, field.id)).toEqual(opportunity[key])
  }
})

test('nothing has happened in the future, and leads came over two years', () => {
  const dates = leads.map((lead) => String(lead['date_created']))
  expect(dates.every((date) => date <= stamp(NOW) && date > stamp(NOW - 731 * 86_400_000))).toBe(true)
  expect(leads.every((lead) => String(lead['date_updated']) >= String(lead['date_created']))).toBe(true)
  const open = [...state.all('task')].filter((task) => task['is_complete'] === false)
  const overdue = open.filter((task) => String(task['date']) < stamp(NOW).slice(0, 10))
  expect(overdue.length).toBeGreaterThan(20)
  expect(open.length - overdue.length).toBeGreaterThan(20)
})

test('all addresses on the net are made up', () => {
  for (const url of urls) expect(new URL(url).hostname).toMatch(/^[a-z0-9-.]+\.example$/)
  const emails = contacts.flatMap((contact) =>
    (contact['emails'] as { email: string }[]).map(({ email }) => email),
  )
  for (const email of emails) expect(email).toMatch(/^[a-z0-9.-]+@[a-z0-9-]+\.example$/)
})

test('phone numbers could be numbers of their country', () => {
  const phones = contacts.flatMap((contact) => contact['phones'] as { phone: string; country: string }[])
  const odd = phones.filter(({ phone, country }) => {
    const parsed = parsePhoneNumber(phone)
    return (
      parsed?.number !== phone || !parsed.isPossible() || parsed.countryCallingCode !== callingCode(country)
    )
  })
  expect(odd).toEqual([])
})

function callingCode(country: string): string {
  const [first = ''] = LOCALES.find((locale) => locale.country === country)?.phones.split(' ') ?? []
  return first.slice(1)
}

test('leads come from many countries, some come twice', () => {
  const countries = leads.flatMap((lead) =>
    (lead['addresses'] as { country: string }[]).map(({ country }) => country),
  )
  expect(new Set(countries).size).toBeGreaterThan(25)
  const hosts = urls.map((url) => new URL(url).hostname)
  expect(hosts.length - new Set(hosts).size).toBeGreaterThan(5)
})

describe('the timeline of leads', () => {
  const activities = [...state.all('activity')]
  const byType = (type: string) => activities.filter((activity) => activity['_type'] === type)

  test('Bluth Company and most others have one, of many kinds, by several people', () => {
    const counts = leads.map((lead) => state.childrenOf('activity', lead.id).length)
    expect(counts[0]).toBeGreaterThan(5)
    expect(counts.filter((count) => count > 5).length).toBeGreaterThan(350)
    const kinds = 'Note Call Email EmailThread SMS WhatsAppMessage Meeting Created LeadStatusChange'.split(
      ' ',
    )
    for (const kind of [...kinds, 'OpportunityStatusChange', 'TaskCompleted']) {
      expect(byType(kind).length, kind).toBeGreaterThan(20)
    }
    const authors = leads.map((lead) => {
      const own = state.childrenOf('activity', lead.id)
      return new Set(own.map((activity) => activity['user_id'])).size
    })
    expect(authors.filter((count) => count > 2).length).toBeGreaterThan(150)
  })

  test('someone who has left wrote some of it', () => {
    const [former] = [...state.all('membership')].filter((membership) => membership['is_active'] === false)
    const own = activities.filter((activity) => activity['user_id'] === former?.['user_id'])
    expect(own.length).toBeGreaterThan(50)
    const recent = stamp(NOW - 200 * 86_400_000)
    expect(own.every((activity) => String(activity['date_created']) < recent)).toBe(true)
  })

  test('each e-mail is in a thread that counts it, and has rich text, some of it hostile', () => {
    const emails = byType('Email')
    const counts = new Map<unknown, number>()
    for (const email of emails) counts.set(email['thread_id'], (counts.get(email['thread_id']) ?? 0) + 1)
    for (const thread of byType('EmailThread')) expect(counts.get(thread.id)).toBe(thread['n_emails'])
    expect(counts.size).toBe(byType('EmailThread').length)
    const bodies = emails.map((email) => String(email['body_html']))
    for (const part of ['<ul>', '<blockquote>', '<table', '<script>', 'onclick=', '<img ']) {
      expect(
        bodies.some((body) => body.includes(part)),
        part,
      ).toBe(true)
    }
  })

  test('nothing was said in the future, and outcomes are there', () => {
    const late = activities.filter((activity) => String(activity['activity_at']) > stamp(NOW))
    expect(late).toEqual([])
    const outcomes = activities
      .map((activity) => activity['outcome_id'])
      .filter((id) => typeof id === 'string')
    expect(outcomes.length).toBeGreaterThan(50)
    expect(outcomes.every((id) => state.get('outcome', id) !== undefined)).toBe(true)
  })

  test('the last 30 days have events, of which the latest leads to the lead as it is', () => {
    const changed = leads.filter((lead) => state.eventIds({ by: 'lead', id: lead.id }).length > 0)
    expect(changed.length).toBeGreaterThan(60)
    for (const lead of changed) {
      const events = state.eventIds({ by: 'lead', id: lead.id }).map((id) => state.get('event', id))
      const dates = events.map((event) => String(event?.['date_created']))
      expect(dates).toEqual([...dates].sort())
      const data = events.at(-1)?.['data'] as Rec
      expect(data).toMatchObject({ ...lead, date_updated: data['date_updated'] })
      expect(`${dates.at(-1)}+00:00`).toBe(lead['date_updated'])
      for (const [nth, event] of events.entries()) {
        const before = events[nth - 1]?.['data'] as Rec | undefined
        const previous = event?.['previous_data'] as Rec
        for (const key of Object.keys(before ? previous : {})) {
          expect(before?.[key] ?? null, key).toEqual(previous[key])
        }
      }
    }
  })

  test('a big data set has it for one in a hundred leads', () => {
    const big = seeded({ leads: 5200 })
    const [first] = big.all('lead')
    expect(big.childrenOf('activity', first?.id ?? '').length).toBeGreaterThan(2)
    expect(big.size('activity')).toBeLessThan(big.size('lead') * 0.6)
  })
})

test('each smart view finds leads', () => {
  const server = createMemoryServer({ leads: 500, seed: 1, now: NOW, switches: { requireAuth: false } })
  const headers = { 'content-type': 'application/json' }
  const ask = (method: string, path: string, body?: unknown) =>
    JSON.parse(
      server.answer({ method, path, headers, body: body ? JSON.stringify(body) : undefined }).body ?? '',
    )
  const views = ask('GET', '/saved_search/').data as { s_query: { query: unknown; sort: unknown } }[]
  expect(views).toHaveLength(3)
  for (const { s_query } of views) {
    const found = ask('POST', '/data/search/', { ...s_query, include_counts: true })
    expect(found.count.total).toBeGreaterThan(2)
    expect(found.count.total).toBeLessThan(400)
  }
})

describe('parts', () => {
  test('every locale has a trade for each industry and patterns that can be filled', () => {
    for (const locale of LOCALES) {
      expect(locale.trades.split('|')).toHaveLength(8)
      for (const city of locale.cities.split('|')) expect(city.split(', ')).toHaveLength(3)
      expect(locale.companies + locale.person).not.toMatch(/\$[^FGTC]/)
    }
  })

  test.each([
    ["Œuvrard & Fils d'Alembert", 'oeuvrard-fils-dalembert'],
    ['Łódź Ødegård Weiß', 'lodz-odegard-weiss'],
    ['Işıl İpek', 'isil-ipek'],
  ])('%s as a host name is %s', (text, slug) => {
    expect(slugOf(text)).toBe(slug)
  })

  test('timestamps are those of the engine', () => {
    const dice = new Dice(5)
    for (let i = 0; i < 200; i += 1) {
      const ms = dice.next() * 700 + dice.below(1000)
      expect(stampOf(ms)).toBe(stamp(ms))
    }
  })
})
