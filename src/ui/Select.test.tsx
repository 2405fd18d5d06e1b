// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { textOptions } from './option.ts'
import { Select, type SelectProps } from './Select.tsx'

afterEach(cleanup)

function setUp(props: Partial<SelectProps> = {}) {
  const onChange = vi.fn<(id: string) => void>()
  render(
    <Select
      label="Status"
      options={textOptions(['Potential', 'Bad Fit', 'Qualified', 'Customer'])}
      value="Potential"
      onChange={onChange}
      {...props}
    />,
  )
  const box = screen.getByRole('combobox', { name: 'Status' })
  box.focus()
  return { user: userEvent.setup(), onChange, box }
}

test('arrows change nothing before Enter', async () => {
  const { user, onChange } = setUp()
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(onChange).not.toHaveBeenCalled()
  await user.keyboard('{Enter}')
  expect(onChange.mock.calls).toEqual([['Bad Fit']])
})

test('letters jump to the option that starts with them', async () => {
  const { user, onChange } = setUp()
  await user.keyboard('qu{Enter}')
  expect(onChange.mock.calls).toEqual([['Qualified']])
})

test('opened by its host, it starts on the chosen one and tells when nothing was chosen', async () => {
  const onCancel = vi.fn<() => void>()
  const { user, box, onChange } = setUp({ defaultOpen: true, onCancel })
  expect(box.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id)
  await user.keyboard('{Escape}')
  expect(onCancel).toHaveBeenCalledOnce()
  expect(onChange).not.toHaveBeenCalled()
})

test('a reason keeps it shut', async () => {
  const { user, box } = setUp({ disabledReason: 'Only admins can change this.' })
  await user.click(box)
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toContain('admins')
})
