/** Pixels of the column of check boxes. */
export const CHECK_WIDTH = 40

/** Pixels of the header row. */
export const HEADER_HEIGHT = 36

/** A cell of the check-box column: stays at the left edge, except where room is scarce. */
export const CHECK_CELL =
  'sticky left-0 z-10 flex items-center justify-center bg-inherit group-data-narrow/grid:static'

/** The name's cells: stay beside the check boxes (at the very edge where room is scarce). */
export const PINNED_CELL =
  'sticky left-(--table-pin) z-10 border-r border-line bg-inherit group-data-scrolled/grid:shadow-sm'

/** Any other cell. Its links are quiet: a table full of accent colour would say nothing. */
export const CELL =
  '[&_a]:text-text [&_a]:decoration-line-strong [&_a]:hover:text-accent relative flex min-w-0 items-center gap-1.5 px-2.5 focus-visible:outline-2 focus-visible:-outline-offset-2'
