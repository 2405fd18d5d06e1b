import { expect } from 'vitest'
import { section } from './rules.ts'

const LONG = '[0-9A-Za-z]{43}$'
const SHORT = '[0-9A-Za-z]{22}$'

export const valueRules = section('7', {
  'ids have the prefix of their kind and 43 characters, newer kinds 22': async (api) => {
    const lead_id = await api.create('/lead/', { contacts: [{ name: 'A' }] })
    const [contact] = await api.list('/contact/')
    const [event] = await api.list('/event/')
    const [status] = await api.list('/status/lead/')
    const ids = [
      [lead_id, `^lead_${LONG}`],
      [contact?.['id'], `^cont_${LONG}`],
      [await api.create('/opportunity/', { lead_id }), `^oppo_${LONG}`],
      [await api.create('/task/', { lead_id, text: 'x' }), `^task_${LONG}`],
      [await api.create('/activity/note/', { lead_id, note: 'x' }), `^acti_${LONG}`],
      [status?.['id'], `^stat_${LONG}`],
      [await api.create('/custom_field/lead/', { name: 'A', type: 'text' }), `^cf_${LONG}`],
      [await api.create('/pipeline/', { name: 'A' }), `^pipe_${SHORT}`],
      [await api.create('/custom_activity/', { name: 'A' }), `^actitype_${SHORT}`],
      [event?.['id'], `^ev_${SHORT}`],
      [event?.['request_id'], `^req_${SHORT}`],
    ] as const
    for (const [id, pattern] of ids) expect(id).toMatch(new RegExp(pattern))
  },
  'built-in roles are plain words': async (api) => {
    const ids = (await api.list('/role/')).map((role) => role['id'])
    expect(ids).toEqual(expect.arrayContaining(['admin', 'superuser', 'user', 'restricteduser']))
  },
  'timestamps have microseconds and an explicit zero offset': async (api) => {
    api.pass(143)
    const lead = await api.post('/lead/', {})
    expect(lead['date_created']).toBe('2026-03-04T12:00:00.143000+00:00')
  },
  'timestamps of events and pipelines have no offset': async (api) => {
    await api.create('/lead/')
    const [event] = await api.list('/event/')
    const [pipeline] = await api.list('/pipeline/')
    expect(event?.['date_created']).toBe('2026-03-04T12:00:00.000000')
    expect(event?.['date_updated']).toMatch(/\.\d{6}$/)
    expect(pipeline?.['date_created']).toMatch(/\.\d{6}$/)
  },
  'dates are days': async (api) => {
    const lead_id = await api.create('/lead/')
    const date_won = '2026-03-01'
    expect(await api.post('/opportunity/', { lead_id, date_won })).toMatchObject({ date_won })
    expect((await api.post('/task/', { lead_id, text: 'x' }))['date']).toBe('2026-03-04')
  },
  'money is whole cents; the formatted text drops zero decimals and names a period': async (api) => {
    const lead_id = await api.create('/lead/')
    for (const [value, value_period, text] of [
      [50_000, 'one_time', '$500'],
      [500, 'monthly', '$5 monthly'],
      [123_450, 'annual', '$1,234.50 annual'],
      [0, 'one_time', '$0'],
    ] as const) {
      const opportunity = await api.post('/opportunity/', { lead_id, value, value_period })
      expect(opportunity).toMatchObject({ value, value_currency: 'USD', value_formatted: text })
    }
    expect(await api.refuse('POST', '/opportunity/', { lead_id, value: 1.5 })).toHaveProperty('value')
  },
  'phones are kept in E.164, with an international notation and the country': async (api) => {
    const contact = await api.post('/contact/', {
      lead_id: await api.create('/lead/'),
      phones: [
        { phone: '+44 7700 900123' },
        { phone: '(202) 555-0143' },
        { phone: '+49 30 901820' },
        { phone: 'ask Asha' },
      ],
    })
    expect(contact['phones']).toMatchObject([
      { phone: '+447700900123', phone_formatted: '+44 7700 900123', country: 'GB' },
      { phone: '+12025550143', country: 'US' },
      { phone: '+4930901820', country: 'DE' },
      { phone: 'ask Asha' },
    ])
  },
  'a clock that stands still: date_updated grows with each write all the same': async (api) => {
    const lead = await api.create('/lead/')
    const dates: string[] = []
    for (const name of ['A', 'B', 'C']) {
      const { date_updated } = await api.put(`/lead/${lead}/`, { name })
      dates.push(date_updated as string)
    }
    expect(new Set(dates).size).toBe(3)
    expect([...dates].sort()).toEqual(dates)
  },
})
