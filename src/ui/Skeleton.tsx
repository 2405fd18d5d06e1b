import { clsx } from 'clsx'

/** A grey block where content will be; give it a size. Hidden from screen readers: the region says `aria-busy`. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return <span aria-hidden className={clsx('skeleton block h-3 rounded-sm', className)} />
}
