import { clsx } from 'clsx'
import { hueOf, type Hue } from './hue.ts'
import { initials } from './initials.ts'

/** A person's initials on a colour of their own. Decorative: the name stands beside it. */
export function Avatar({ name, className }: { name: string; className?: string | undefined }) {
  return (
    <span
      aria-hidden
      className={clsx(
        'inline-flex size-5 shrink-0 items-center justify-center rounded-full text-[0.5625rem] leading-none font-semibold text-inverse select-none',
        FILLS[hueOf(name)],
        className,
      )}
    >
      {initials(name)}
    </span>
  )
}

const FILLS: Record<Hue, string> = {
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
