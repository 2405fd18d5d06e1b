// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { ComboBox, type ComboBoxProps } from './ComboBox.tsx'
import { textOptions } from './option.ts'

afterEach(cleanup)

function setUp(props: Partial<ComboBoxProps> = {}) {
  const onChange = vi.fn<(id: string | null) => void>()
  render(
    <ComboBox
      label="Industry"
      options={textOptions(['Banking', 'Café', 'Retail'])}
      value="Retail"
      onChange={onChange}
      {...props}
    />,
  )
  return { user: userEvent.setup(), onChange, box: screen.getByRole('combobox', { name: 'Industry' }) }
}

test('opening shows every option with the chosen one highlighted', async () => {
  const { user, box } = setUp()
  await user.click(box)
  expect(screen.getAllByRole('option')).toHaveLength(3)
  const chosen = screen.getByRole('option', { selected: true })
  expect(box.getAttribute('aria-activedescendant')).toBe(chosen.id)
})

test('typing and Enter choose the first match', async () => {
  const { user, box, onChange } = setUp()
  await user.click(box)
  await user.keyboard('cafe{Enter}')
  expect(onChange.mock.calls).toEqual([['Café']])
  expect(screen.queryByRole('listbox')).toBeNull()
})

test('Escape closes the list and puts the text back', async () => {
  const { user, box, onChange } = setUp()
  await user.click(box)
  await user.keyboard('ban{Escape}')
  expect(box).toHaveProperty('value', 'Retail')
  expect(onChange).not.toHaveBeenCalled()
})

test('leaving with half a text puts it back; with none it clears where that is allowed', async () => {
  const { user, box, onChange } = setUp({ clearable: true })
  await user.click(box)
  await user.keyboard('ban')
  await user.tab()
  expect(box).toHaveProperty('value', 'Retail')
  expect(onChange).not.toHaveBeenCalled()
  await user.clear(box)
  await user.tab()
  expect(onChange.mock.calls).toEqual([[null]])
})

test('offers to create what no option is called', async () => {
  const onCreate = vi.fn<(text: string) => void>()
  const { user, box } = setUp({ onCreate })
  await user.click(box)
  await user.keyboard('CAFE')
  expect(screen.queryByText(/Create/)).toBeNull()
  await user.clear(box)
  await user.keyboard('Steam')
  await user.click(screen.getByRole('option', { name: 'Create “Steam”' }))
  expect(onCreate.mock.calls).toEqual([['Steam']])
})

test('a long list is cut and says so', async () => {
  const { user, box } = setUp({ options: textOptions(Array.from({ length: 1000 }, (_, i) => `Option ${i}`)) })
  await user.click(box)
  expect(screen.getAllByRole('option')).toHaveLength(200)
  expect(screen.getByText(/800 more. Keep typing/)).toBeTruthy()
})

test('a value that is no option shows as it is', () => {
  expect(setUp({ value: 'Steam' }).box).toHaveProperty('value', 'Steam')
})
