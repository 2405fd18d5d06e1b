const TEXT = 'w-full min-w-0 rounded-md border text-sm text-text transition-colors pointer-coarse:text-lg '
const FOCUS =
  'focus:border-accent focus:bg-surface focus:outline-2 focus:-outline-offset-1 focus:outline-accent '
const INVALID = 'aria-invalid:border-bad aria-invalid:focus:border-bad aria-invalid:focus:outline-bad '

/** The look of a box that takes text: border, focus ring and invalid state. Phones get 16 px, or they zoom in. */
export const controlClass = `${TEXT}${FOCUS}${INVALID}border-control bg-surface hover:border-muted disabled:bg-sunken disabled:text-faint`

/** The same without a box until it is hovered or focused: values in a list of details. */
export const quietControlClass = `${TEXT}${FOCUS}${INVALID}border-transparent bg-transparent hover:bg-hover read-only:hover:bg-transparent`
