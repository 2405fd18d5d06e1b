import { expect, test } from 'vitest'

import { leadZone } from './lead-clock.ts'
import { leadRowSchema } from './lead.ts'

const lead = (addresses: object[], phones: object[] = [], contact: object = {}) =>
  leadRowSchema.parse({
    id: 'lead_1',
    addresses,
    contacts: [{ id: 'cont_1', phones: phones.map((phone) => ({ phone: '1', ...phone })), ...contact }],
  })

test.each<[string, ReturnType<typeof lead>, string | null]>([
  ['a country of one time', lead([{ country: 'GB' }]), 'Europe/London address'],
  ['its code in small letters', lead([{ country: ' de ' }]), 'Europe/Berlin address'],
  ['a state', lead([{ country: 'US', state: 'CA' }]), 'America/Los_Angeles address'],
  ['a state by name', lead([{ country: 'US', state: 'new york' }]), 'America/New_York address'],
  ['a state that keeps two times', lead([{ country: 'US', state: 'TX' }]), 'America/Chicago address, mostly'],
  ['a province', lead([{ country: 'CA', state: 'Québec' }]), 'America/Toronto address, mostly'],
  ['WA of Australia', lead([{ country: 'AU', state: 'WA' }]), 'Australia/Perth address'],
  ['WA of the US', lead([{ country: 'US', state: 'WA' }]), 'America/Los_Angeles address'],
  ['a country of many times without a state', lead([{ country: 'US' }]), null],
  ['a country of several times', lead([{ country: 'BR', state: 'SP' }]), null],
  ['a city alone', lead([{ city: 'Leeds' }]), null],
  [
    'the next address when the first says nothing',
    lead([{ city: 'X' }, { country: 'FR' }]),
    'Europe/Paris address',
  ],
  ['a phone', lead([], [{ country: 'JP' }]), 'Asia/Tokyo phone'],
  ['a phone of a country of many times', lead([], [{ country: 'US' }]), null],
  ['the address before the phone', lead([{ country: 'FR' }], [{ country: 'JP' }]), 'Europe/Paris address'],
  ['what the server says', lead([{ country: 'FR', tz_ids: ['Indian/Reunion'] }]), 'Indian/Reunion server'],
  [
    'not when it is undecided',
    lead([{ country: 'FR', tz_ids: ['Europe/Paris', 'Europe/Rome'] }]),
    'Europe/Paris address',
  ],
  ['a contact’s zone', lead([], [], { timezone: 'America/Denver' }), 'America/Denver server'],
  ['no zone that there is not', lead([], [], { timezone: 'Mars/Olympus' }), null],
  ['nothing', leadRowSchema.parse({ id: 'lead_1' }), null],
])('%s', (_name, from, expected) => {
  const found = leadZone(from)
  expect(found && `${found.zone} ${found.from}${found.isMostly ? ', mostly' : ''}`).toBe(expected)
})
