const CONTROLS = 'a[href], button, input, select, textarea, [tabindex]'

/**
 * Gives the focus to the control that stands nearest before an element, e.g. to the box that a note is about when
 * the note goes. Controls that the Tab key passes by do not count.
 */
export function focusBefore(element: Node): void {
  for (let around = element.parentElement; around; around = around.parentElement) {
    const before = [...around.querySelectorAll<HTMLElement>(CONTROLS)].findLast(
      (control) =>
        control.tabIndex >= 0 &&
        control.getClientRects().length > 0 &&
        !control.matches(':disabled') &&
        (element.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_PRECEDING) !== 0 &&
        !control.contains(element),
    )
    if (before) return before.focus()
  }
}
