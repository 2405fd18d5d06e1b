import { expect, test } from 'vitest'

import { lockReason } from './custom-field.ts'
import { everyPerson, meSchema, organizationSchema, roleIn } from './organization.ts'

const roles = [
  { id: 'role_1', name: 'Finance' },
  { id: 'role_2', name: 'Admin' },
]

test.each<[string, string[] | undefined, string | undefined, string | null]>([
  ['nobody in particular', [], 'role_3', null],
  ['a field that does not say', undefined, 'role_3', null],
  ['the own role', ['role_1'], 'role_1', null],
  ['another role', ['role_1'], 'role_3', 'Only Finance may change this.'],
  ['other roles', ['role_1', 'role_2'], 'role_3', 'Only Finance or Admin may change this.'],
  ['roles nobody may read', ['role_9'], 'role_3', 'Your role may not change this.'],
  ['another role, for somebody whose role is not known', ['role_1'], undefined, null],
])('a field reserved for %s', (_what, editable_with_roles, roleId, reason) => {
  expect(lockReason(editable_with_roles ? { editable_with_roles } : {}, roleId, roles)).toBe(reason)
})

test('the role is that in the organisation at hand', () => {
  const me = meSchema.parse({
    id: 'user_1',
    organizations: [{ id: 'orga_1' }, { id: 'orga_2' }],
    memberships: [
      { organization_id: 'orga_1', role_id: 'role_1' },
      { organization_id: 'orga_2', role_id: 'role_2' },
    ],
  })
  expect(roleIn(me, 'orga_2')).toBe('role_2')
  expect(
    roleIn(meSchema.parse({ id: 'user_1', organizations: [], memberships: 'odd' }), 'orga_2'),
  ).toBeUndefined()
})

test('who has left comes last and is marked, even where the list of users still has them', () => {
  const organization = organizationSchema.parse({
    id: 'orga_1',
    name: 'Acme',
    lead_statuses: [],
    inactive_memberships: [{ user_id: 'user_2', user_first_name: 'Bo', user_last_name: 'Kim' }],
  })
  const people = everyPerson([{ id: 'user_2' }, { id: 'user_1' }], organization)
  expect(people.map(({ id, first_name, isInactive }) => [id, first_name, isInactive])).toEqual([
    ['user_1', undefined, undefined],
    ['user_2', 'Bo', true],
  ])
})
