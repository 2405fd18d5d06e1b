// @vitest-environment happy-dom
import type { CustomField } from '#model/custom-field.ts'
import type { Person } from '#model/organization.ts'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'

import { CustomFieldEditor, type CustomFieldEditorProps } from './CustomFieldEditor.tsx'

afterEach(cleanup)

const ana: Person = { id: 'user_1', first_name: 'Ana', last_name: 'Ito' }
const bo: Person = { id: 'user_2', first_name: 'Bo', last_name: 'Kim', isInactive: true }
const stan = { id: 'cont_1', name: 'Stan Sitwell' }

function show(field: Partial<CustomField>, props: Partial<CustomFieldEditorProps>) {
  const ways = { onCommit: vi.fn(), onAdd: vi.fn(), onRemove: vi.fn() }
  const whole = { id: 'cf_1', name: 'Field', type: 'text', accepts_multiple_values: false, ...field }
  render(
    <CustomFieldEditor field={whole} value={null} users={[ana, bo]} contacts={[stan]} {...ways} {...props} />,
  )
  return ways
}

test('a choice that is none any more stays, says so, and can be taken away but not chosen', async () => {
  const user = userEvent.setup()
  const { onCommit } = show({ type: 'choices', choices: ['Gold'] }, { value: 'Tin' })
  const box = screen.getByRole('combobox', { name: 'Field' })
  expect(box).toHaveProperty('value', 'Tin')
  expect(screen.getByText('no longer a choice')).toBeTruthy()
  await user.click(box)
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Gold'])
  await user.click(screen.getByRole('button', { name: 'Clear Field' }))
  expect(onCommit).toHaveBeenCalledWith(null)
})

test('among several values the former choice is marked and can be removed', async () => {
  const user = userEvent.setup()
  const { onRemove } = show(
    { type: 'choices', choices: ['Gold'], accepts_multiple_values: true },
    { value: ['Gold', 'Tin'] },
  )
  const [gold, tin] = screen.getAllByRole('listitem')
  expect(gold?.textContent).toBe('Gold')
  expect(tin?.textContent).toBe('Tin (no longer a choice)')
  await user.click(within(tin ?? document.body).getByRole('button', { name: 'Remove Tin' }))
  expect(onRemove).toHaveBeenCalledWith('Tin')
})

test('a user who has left is named and marked, and cannot be chosen again', async () => {
  const user = userEvent.setup()
  show({ type: 'user', accepts_multiple_values: true }, { value: ['user_2'] })
  expect(screen.getByRole('listitem').textContent).toContain('Bo Kim (no longer active)')
  await user.click(screen.getByRole('combobox', { name: 'Add Field' }))
  expect(screen.getAllByRole('option')).toHaveLength(1)
  expect(screen.getByRole('option').textContent).toContain('Ana Ito')
})

test.each([
  ['user', 'user_9', 'Unknown user', 'not a user of this organisation'],
  ['user', 'user_2', 'Bo Kim', 'no longer active'],
  ['contact', 'cont_9', 'Unknown contact', 'not a contact of this lead'],
])('of a %s field the value %s reads "%s" and says why', (type, value, name, why) => {
  show({ type }, { value })
  expect(screen.getByRole('combobox', { name: 'Field' })).toHaveProperty('value', name)
  expect(screen.getByText(why)).toBeTruthy()
})

test('people who are not known yet are not called unknown', () => {
  show({ type: 'user' }, { value: 'user_1', users: undefined })
  expect(screen.getByRole('combobox', { name: 'Field' })).toHaveProperty('value', '…')
})

test('what the person may not change is shown with the reason', () => {
  show({ type: 'number' }, { value: 1200, lockedReason: 'Only Finance may change this.' })
  const group = screen.getByRole('group', { name: 'Field' })
  expect(group.textContent).toContain('1,200')
  expect(group.textContent).toContain('Only Finance may change this.')
  expect(within(group).queryByRole('textbox')).toBeNull()
})
