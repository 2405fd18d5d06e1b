/** Pixels of the column of check boxes. */
export const CHECK_WIDTH = 40

/** Pixels of the header row. */
export const HEADER_HEIGHT = 36

/**
 * Around the check box and the name of a row: they stay at the left edge (where room is scarce the name alone).
 * Only once the table is scrolled sideways: each thing that sticks is a layer of its own, and the browser goes
 * through all layers whenever anything on the page is painted.
 */
export const PINNED_CELLS =
  'relative z-10 col-span-2 grid grid-cols-subgrid bg-inherit group-data-scrolled/grid:sticky group-data-scrolled/grid:left-(--table-pin)'

/** A cell of the check-box column. */
export const CHECK_CELL = 'flex items-center justify-center'

/** The name's cells. */
export const NAME_CELL = 'relative border-r border-line bg-inherit'

/** Any other cell. Its links are quiet: a table full of accent colour would say nothing. */
export const CELL =
  '[&_a]:text-text [&_a]:decoration-line-strong [&_a]:hover:text-accent relative flex min-w-0 items-center gap-1.5 px-2.5 focus-visible:outline-2 focus-visible:-outline-offset-2'
