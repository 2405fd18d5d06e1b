import { leadPath } from '#model/paths.ts'

/** Frames to wait for the table: on a phone it comes back only when the pane has gone. */
const PATIENCE = 20

/** Puts the focus on a lead's link in the table, where it came from; on the table itself when it has no row. */
export function focusTable(leadId: string, patience = PATIENCE): void {
  requestAnimationFrame(() => {
    const grid = document.querySelector<HTMLElement>('[role="grid"][aria-label="Leads"]')
    const links = grid?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? []
    const link = [...links].find((link) => new URL(link.href).pathname.endsWith(leadPath(leadId)))
    if (link && !link.closest('[inert]')) link.focus()
    else if (patience > 0) focusTable(leadId, patience - 1)
    else grid?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  })
}
