// @vitest-environment happy-dom
import { textOptions } from '#ui/option.ts'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { ChipsEditor, type ChipsEditorProps } from './ChipsEditor.tsx'

const CHOICES = ['Banking', 'Café', 'Energy', 'Media', 'Retail', 'Software']

afterEach(cleanup)

/** An editor whose values follow at once, as they do under an optimistic cache. */
function Host({ first, ...props }: { first: string[] } & Partial<ChipsEditorProps>) {
  const [values, setValues] = useState(first)
  return (
    <ChipsEditor
      label="Industry"
      options={textOptions(CHOICES)}
      {...props}
      values={values}
      onAdd={(value) => {
        props.onAdd?.(value)
        setValues((before) => [...before, value])
      }}
      onRemove={(value) => {
        props.onRemove?.(value)
        setValues((before) => before.filter((other) => other !== value))
      }}
    />
  )
}

function setUp(first: string[], props: Partial<ChipsEditorProps> = {}) {
  const onAdd = vi.fn<(value: string) => void>()
  const onRemove = vi.fn<(value: string) => void>()
  render(<Host first={first} onAdd={onAdd} onRemove={onRemove} {...props} />)
  const group = within(screen.getByRole('group', { name: 'Industry' }))
  return {
    user: userEvent.setup(),
    onAdd,
    onRemove,
    group,
    box: group.getByRole('combobox', { name: 'Add Industry' }),
    chips: () =>
      within(group.getByRole('list', { name: 'Industry' }))
        .queryAllByRole('listitem')
        .map((item) => within(item).getByRole('button').getAttribute('aria-label')?.replace('Remove ', '')),
  }
}

const remover = (value: string) => screen.getByRole('button', { name: `Remove ${value}` })

test('typing narrows the list whatever the accents, and Enter adds the first match', async () => {
  const { user, box, onAdd, chips } = setUp(['Retail'])
  await user.type(box, 'caf')
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Café'])
  await user.keyboard('{Enter}')
  expect(onAdd.mock.calls).toEqual([['Café']])
  expect(chips()).toEqual(['Retail', 'Café'])
  expect(box).toHaveProperty('value', '')
  expect(document.activeElement).toBe(box)
})

test('the list leaves out what is there already', async () => {
  const { user, box } = setUp(['Retail', 'Media'])
  await user.click(box)
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
    'Banking',
    'Café',
    'Energy',
    'Software',
  ])
})

test('several are added by clicks one after the other', async () => {
  const { user, box, onAdd } = setUp([])
  await user.click(box)
  await user.click(screen.getByRole('option', { name: 'Energy' }))
  await user.click(screen.getByRole('option', { name: 'Media' }))
  expect(onAdd.mock.calls).toEqual([['Energy'], ['Media']])
})

test('Backspace in the empty box goes to the last chip, then removes chips towards the start', async () => {
  const { user, box, onRemove, chips } = setUp(['Retail', 'Media', 'Energy'])
  await user.click(box)
  await user.keyboard('{Backspace}')
  expect(onRemove).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(remover('Energy'))
  await user.keyboard('{Backspace}')
  expect(chips()).toEqual(['Retail', 'Media'])
  expect(document.activeElement).toBe(remover('Media'))
  await user.keyboard('{Backspace}{Backspace}')
  expect(chips()).toEqual([])
  expect(onRemove.mock.calls).toEqual([['Energy'], ['Media'], ['Retail']])
  expect(document.activeElement).toBe(box)
})

test('Backspace with text in the box deletes a letter', async () => {
  const { user, box, onRemove } = setUp(['Retail'])
  await user.type(box, 'me{Backspace}')
  expect(box).toHaveProperty('value', 'm')
  expect(onRemove).not.toHaveBeenCalled()
})

test('arrows move along the chips and back to the box; Delete removes and goes to the next', async () => {
  const { user, box, chips } = setUp(['Retail', 'Media', 'Energy'])
  await user.click(box)
  await user.keyboard('{ArrowLeft}{ArrowLeft}')
  expect(document.activeElement).toBe(remover('Media'))
  await user.keyboard('{Delete}')
  expect(chips()).toEqual(['Retail', 'Energy'])
  expect(document.activeElement).toBe(remover('Energy'))
  await user.keyboard('{Home}')
  expect(document.activeElement).toBe(remover('Retail'))
  await user.keyboard('{End}{ArrowRight}')
  expect(document.activeElement).toBe(box)
})

test('removing the last chip leaves the focus in the box, never on the page', async () => {
  const { user, box } = setUp(['Retail'])
  await user.click(remover('Retail'))
  expect(document.activeElement).toBe(box)
})

test('a letter on a chip goes to the box', async () => {
  const { user, box } = setUp(['Retail'])
  remover('Retail').focus()
  await user.keyboard('me')
  expect(box).toHaveProperty('value', 'me')
})

test('Tab stops once at the chips and once at the box', async () => {
  const { user, box } = setUp(['Retail', 'Media', 'Energy'])
  await user.tab()
  expect(document.activeElement).toBe(remover('Energy'))
  await user.tab()
  expect(document.activeElement).toBe(box)
})

test('a pasted list adds what it names, once each, and says what it does not', async () => {
  const { user, box, onAdd } = setUp(['Retail'])
  await user.click(box)
  await user.paste('banking\nRetail; cafe, Nonsense\tBanking')
  expect(onAdd.mock.calls).toEqual([['Banking'], ['Café']])
  expect(screen.getByRole('status').textContent).toContain('Not a choice of Industry: Nonsense.')
  await user.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(screen.queryByRole('status')).toBeNull()
  expect(document.activeElement).toBe(box)
})

test('a pasted single value is only typed', async () => {
  const { user, box, onAdd } = setUp([])
  await user.click(box)
  await user.paste('Ban')
  expect(onAdd).not.toHaveBeenCalled()
  expect(box).toHaveProperty('value', 'Ban')
})

test('a text that is no choice can be created where the caller allows it', async () => {
  const onCreateChoice = vi.fn<(text: string) => void>()
  const { user, box } = setUp([], { onCreateChoice })
  await user.type(box, 'Steam{Enter}')
  expect(onCreateChoice.mock.calls).toEqual([['Steam']])
})

test('without leave to create, Enter on an unknown text does nothing', async () => {
  const { user, box, onAdd } = setUp([])
  await user.type(box, 'Steam{Enter}')
  expect(onAdd).not.toHaveBeenCalled()
  expect(box).toHaveProperty('value', 'Steam')
})

test('Escape empties the box first, then leaves the editor', async () => {
  const onCancel = vi.fn<() => void>()
  const { user, box } = setUp([], { onCancel })
  await user.type(box, 'me{Escape}')
  expect(box).toHaveProperty('value', '')
  expect(onCancel).not.toHaveBeenCalled()
  await user.keyboard('{Escape}')
  expect(onCancel).toHaveBeenCalledOnce()
})

test('a former choice is marked and can be removed', async () => {
  const { user, onRemove, group } = setUp(['Steam'])
  expect(group.getByRole('listitem').textContent).toContain('no longer a choice')
  await user.click(remover('Steam'))
  expect(onRemove.mock.calls).toEqual([['Steam']])
})

test('a failed adding stays visible with its reason, and can be tried again or dropped', async () => {
  const retry = vi.fn<() => void>()
  const discard = vi.fn<() => void>()
  const marks = new Map([
    [
      'Media',
      { kind: 'failed' as const, op: 'add' as const, message: 'Not a valid choice.', retry, discard },
    ],
  ])
  const { user, chips } = setUp(['Retail'], { marks })
  expect(chips()).toEqual(['Retail', 'Media'])
  expect(screen.getByRole('alert').textContent).toContain('“Media” was not added. Not a valid choice.')
  await user.click(screen.getByRole('button', { name: 'Retry' }))
  expect(retry).toHaveBeenCalledOnce()
  await user.click(remover('Media'))
  expect(discard).toHaveBeenCalledOnce()
})

test('a value of a list that cannot be changed has no button, and the reason stands there', () => {
  render(
    <ChipsEditor
      label="Industry"
      values={['Retail']}
      options={textOptions(CHOICES)}
      onAdd={() => {}}
      onRemove={() => {}}
      disabledReason="Only admins can change this."
    />,
  )
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.queryByRole('combobox')).toBeNull()
  expect(screen.getByText(/Only admins/)).toBeTruthy()
})

test('keys of an input method are left alone', () => {
  const { box, onAdd } = setUp([])
  fireEvent.change(box, { target: { value: 'caf' } })
  fireEvent.keyDown(box, { key: 'Enter', isComposing: true })
  expect(onAdd).not.toHaveBeenCalled()
})
