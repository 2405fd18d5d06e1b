export type ToastKind = 'good' | 'bad' | 'info'

export type ToastOptions = {
  kind: ToastKind
  message: string
  /** A button on the toast, e.g. "Undo". Pressing it also dismisses the toast. */
  action?: { label: string; onAction: () => void } | undefined
  /** Milliseconds until it goes by itself; by default 6 s, 10 s with an action, never for bad news. */
  duration?: number | undefined
  /** A toast of the same key is replaced, so that one cause shows one toast. */
  key?: string | undefined
}

export type Toast = ToastOptions & { id: number; duration: number }

/** More than these would hide the page; the oldest good news goes first. */
const MOST = 4

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

/** Shows a message in the corner. It stays across pages until it times out or is dismissed. */
export function showToast(options: ToastOptions): { dismiss: () => void } {
  const id = ++lastId
  const others = toasts.filter((toast) => options.key === undefined || toast.key !== options.key)
  const next = [...others, { ...options, id, duration: options.duration ?? defaultDuration(options) }]
  while (next.length > MOST) {
    const expendable = next.findIndex((toast) => toast.kind !== 'bad' && toast.id !== id)
    next.splice(Math.max(expendable, 0), 1)
  }
  publish(next)
  return { dismiss: () => dismissToast(id) }
}

/** Takes one toast away; does nothing when it is already gone. */
export function dismissToast(id: number): void {
  if (toasts.some((toast) => toast.id === id)) publish(toasts.filter((toast) => toast.id !== id))
}

/** Takes all toasts away, e.g. on signing out and between tests. */
export function dismissAllToasts(): void {
  publish([])
}

/** The toasts on screen, oldest first; the same array until something changes. */
export function currentToasts(): readonly Toast[] {
  return toasts
}

/** Calls `listener` after each change; returns how to stop. */
export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function publish(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

function defaultDuration(options: ToastOptions): number {
  if (options.kind === 'bad') return Infinity
  return options.action ? 10_000 : 6_000
}
