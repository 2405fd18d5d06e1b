import { Store } from '@tanstack/react-store'

export type PaneTab = 'details' | 'activity' | 'changes'

/** The part of a lead that a person has just asked for; that lead's pane takes it up. */
export const tabWanted = new Store<{ leadId: string; tab: PaneTab } | null>(null)

/** Shows a part of a lead, now or as soon as its pane is on the screen. */
export function openTab(leadId: string, tab: PaneTab): void {
  tabWanted.setState(() => ({ leadId, tab }))
}
