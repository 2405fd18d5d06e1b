import { Store } from '@tanstack/react-store'

/** The lead for which a person has just asked for the form of a new task; the list of its tasks takes it up. */
export const taskWanted = new Store<string | null>(null)

/** Opens the form for a new task of a lead, now or as soon as its tasks are on the screen. */
export function openTaskForm(leadId: string): void {
  taskWanted.setState(() => leadId)
}
