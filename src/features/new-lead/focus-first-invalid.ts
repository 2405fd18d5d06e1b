const MOST_FRAMES = 30

/** Puts the focus into the first input that is marked as wrong, as soon as the marks are drawn. */
export function focusFirstInvalid(form: HTMLFormElement | null, frames = MOST_FRAMES): void {
  requestAnimationFrame(() => {
    const first = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input')
    if (first) {
      first.focus({ preventScroll: true })
      first.scrollIntoView({ block: 'center' })
    } else if (frames > 0) focusFirstInvalid(form, frames - 1)
  })
}
