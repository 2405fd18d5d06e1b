import { expect, type Locator } from '@playwright/test'

/** What a lead had done to it: values of its fields, and the texts of the things made below it. */
export type ManyEdits = {
  fields: { name: string; url: string; description: string }
  chips: string[]
  tasks: string[]
  contacts: string[]
  notes: string[]
}

const numbered = (word: string, count: number) => Array.from({ length: count }, (_, i) => `${word} ${i + 1}`)

/** Thirty edits. `run` is in each text, so that nothing of an earlier run can be taken for one of them. */
export function thirtyEdits(run: string): ManyEdits {
  return {
    fields: {
      name: `Renamed ${run}`,
      url: `https://changed-${run}.example`,
      description: `Rewritten ${run}`,
    },
    chips: numbered('Value', 10),
    tasks: numbered(`Task of ${run},`, 8),
    contacts: numbered(`Person of ${run},`, 5),
    notes: numbered(`Note of ${run},`, 4),
  }
}

/** Sets the address of the lead in the pane. */
export async function setUrl(pane: Locator, url: string): Promise<void> {
  const box = pane.getByRole('textbox', { name: 'URL', exact: true })
  await box.fill(url)
  await box.press('Enter')
}

export async function setDescription(pane: Locator, text: string): Promise<void> {
  const box = pane.getByRole('textbox', { name: 'Description', exact: true })
  await box.fill(text)
  await box.press('ControlOrMeta+Enter')
}

export async function rename(pane: Locator, name: string): Promise<void> {
  await pane.getByRole('button', { name: 'Edit name' }).click()
  const box = pane.getByRole('textbox', { name: 'Name', exact: true }).first()
  await box.fill(name)
  await box.press('Enter')
}

/** Adds a value to the field of this label. */
export async function addChip(pane: Locator, label: string, value: string): Promise<void> {
  const box = pane.getByRole('combobox', { name: `Add ${label}` })
  await box.fill(value)
  await box.press('Enter')
}

export async function addTask(pane: Locator, text: string): Promise<void> {
  await pane.getByRole('button', { name: 'Add task' }).click()
  const box = pane
    .getByRole('form', { name: 'New task' })
    .getByRole('textbox', { name: 'What is to be done' })
  await box.fill(text)
  await box.press('Enter')
}

export async function addContact(pane: Locator, name: string): Promise<void> {
  await pane.getByRole('button', { name: 'Add contact' }).click()
  const box = pane.getByRole('form', { name: 'New contact' }).getByRole('textbox', { name: 'Name' })
  await box.fill(name)
  await box.press('Enter')
}

/** Writes a note, on the activity's side of the pane. */
export async function addNote(pane: Locator, text: string): Promise<void> {
  const activity = pane.getByRole('region', { name: 'Activity' })
  await activity.getByRole('button', { name: 'Write a note' }).click()
  const box = activity.getByRole('textbox', { name: 'Note' })
  await box.fill(text)
  await box.press('ControlOrMeta+Enter')
  await expect(box).toBeHidden()
}

/** Makes all the edits in the pane, the values in the field of this label. */
export async function makeEdits(pane: Locator, label: string, edits: ManyEdits): Promise<void> {
  await setUrl(pane, edits.fields.url)
  for (const value of edits.chips) await addChip(pane, label, value)
  await setDescription(pane, edits.fields.description)
  for (const text of edits.tasks) await addTask(pane, text)
  for (const name of edits.contacts) await addContact(pane, name)
  await rename(pane, edits.fields.name)
  await pane.getByRole('tab', { name: 'Activity' }).click()
  for (const text of edits.notes) await addNote(pane, text)
}

/** What the server has of a lead, in the order and the shape of the edits. `read` answers paths of the API. */
export async function storedEdits(
  read: <T>(path: string) => Promise<T>,
  leadId: string,
  field: string,
): Promise<ManyEdits> {
  type Stored = { name: string; url: string; description: string; contacts: { name: string }[] }
  const lead = await read<Stored & Record<string, unknown>>(`/lead/${leadId}/`)
  const tasks = await read<{ data: { text: string }[] }>(`/task/?lead_id=${leadId}&_type=all`)
  const notes = await read<{ data: { note: string }[] }>(`/activity/note/?lead_id=${leadId}`)
  const inOrder = (texts: string[]) => texts.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  return {
    fields: { name: lead.name, url: lead.url, description: lead.description },
    chips: inOrder([lead[field] ?? []].flat().map(String)),
    tasks: inOrder(tasks.data.map(({ text }) => text)),
    contacts: inOrder(lead.contacts.map(({ name }) => name)),
    notes: inOrder(notes.data.map(({ note }) => note.trim())),
  }
}
