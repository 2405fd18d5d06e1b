/** The look of a link in running text: underlined, so that it does not rely on colour alone. */
export const linkClass =
  'rounded-sm text-accent underline decoration-accent/40 underline-offset-2 hover:text-accent-hover hover:decoration-current'
