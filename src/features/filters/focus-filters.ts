/** Puts the focus on the button that opens the filters, for when what had it goes. */
export function focusFilters(): void {
  document.querySelector<HTMLElement>('[data-filters]')?.focus()
}
