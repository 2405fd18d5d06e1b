import { clsx } from 'clsx'
import type { Hue } from './hue.ts'

/** A small dot in one of the token hues. Decorative: the label beside it carries the meaning. */
export function StatusDot({ hue, className }: { hue: Hue; className?: string | undefined }) {
  return (
    <span aria-hidden className={clsx('inline-block size-2 shrink-0 rounded-full', DOTS[hue], className)} />
  )
}

const DOTS: Record<Hue, string> = {
  gray: 'bg-hue-gray',
  red: 'bg-hue-red',
  amber: 'bg-hue-amber',
  lime: 'bg-hue-lime',
  green: 'bg-hue-green',
  cyan: 'bg-hue-cyan',
  blue: 'bg-hue-blue',
  violet: 'bg-hue-violet',
  pink: 'bg-hue-pink',
}
