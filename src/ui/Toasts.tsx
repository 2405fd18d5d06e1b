import { clsx } from 'clsx'
import { CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore, type FocusEvent } from 'react'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import { currentToasts, dismissToast, subscribeToToasts, type Toast } from './toast.ts'

/**
 * Shows the toasts of `showToast`; rendered once by the page frame. F8 moves focus to them. Their time stands
 * still while one is hovered or focused. The empty box stays in the page and is marked as a top layer, so that
 * an open dialog neither hides it from screen readers nor closes when a toast is pressed.
 */
export function Toasts() {
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts)
  const region = useRef<HTMLElement>(null)
  const cameFrom = useRef<HTMLElement | null>(null)
  const [hovered, setHovered] = useState(false)
  const [focused, setFocused] = useState(false)

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'F8') return
      const buttons = region.current?.querySelectorAll('button')
      const last = buttons?.[buttons.length - 1]
      if (!last) return
      event.preventDefault()
      last.closest<HTMLElement>('[data-toast]')?.querySelector('button')?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  function onFocus(event: FocusEvent<HTMLElement>) {
    setFocused(true)
    const from = event.relatedTarget
    if (from instanceof HTMLElement && !event.currentTarget.contains(from)) cameFrom.current = from
  }

  /** Focus goes to the toast left over, or back to where it came from. */
  function close(toast: Toast) {
    const hadFocus = region.current?.contains(document.activeElement) ?? false
    dismissToast(toast.id)
    setHovered(false)
    if (!hadFocus) return
    setFocused(false)
    const rest = [...(region.current?.querySelectorAll<HTMLElement>('[data-toast]') ?? [])]
    const other = rest.filter((element) => element.dataset['toast'] !== String(toast.id)).at(-1)
    const target = other?.querySelector('button') ?? cameFrom.current
    if (target?.isConnected) target.focus({ preventScroll: true })
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only watches what happens inside
    <section
      ref={region}
      aria-label={toasts.length > 0 ? 'Notifications (F8)' : undefined}
      data-react-aria-top-layer=""
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={onFocus}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        const id = (event.target as HTMLElement).closest<HTMLElement>('[data-toast]')?.dataset['toast']
        const toast = toasts.find((toast) => String(toast.id) === id)
        if (toast) close(toast)
      }}
      className="toasts pointer-events-none fixed right-0 z-100 flex w-full flex-col items-center gap-2 px-3 sm:w-auto sm:items-end sm:px-4"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} paused={hovered || focused} onClose={() => close(toast)} />
      ))}
    </section>
  )
}

function ToastCard({ toast, paused, onClose }: { toast: Toast; paused: boolean; onClose: () => void }) {
  const left = useRef(toast.duration)
  const { id } = toast

  useEffect(() => {
    if (paused || left.current === Infinity) return
    const started = performance.now()
    const timer = setTimeout(() => dismissToast(id), left.current)
    return () => {
      clearTimeout(timer)
      // At least two more seconds, so that a toast just read does not vanish under the hand.
      left.current = Math.max(left.current - (performance.now() - started), 2000)
    }
  }, [id, paused])

  const Icon = ICONS[toast.kind]
  const { action } = toast
  return (
    <div
      role={toast.kind === 'bad' ? 'alert' : 'status'}
      aria-atomic
      data-toast={id}
      className="toast pointer-events-auto flex w-full max-w-md items-start gap-2.5 rounded-lg bg-raised py-2 pr-2 pl-3 text-sm shadow-pop sm:w-auto sm:min-w-72"
    >
      <Icon aria-hidden className={clsx('mt-1.5 size-4 shrink-0 pointer-coarse:mt-3', INKS[toast.kind])} />
      <p className="min-w-0 flex-1 py-1 text-pretty wrap-break-word pointer-coarse:py-2.5">{toast.message}</p>
      {action && (
        <Button
          size="sm"
          onClick={() => {
            onClose()
            action.onAction()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Dismiss" icon={<X />} onClick={onClose} />
    </div>
  )
}

const ICONS = { good: CircleCheck, bad: TriangleAlert, info: Info }
const INKS = { good: 'text-good', bad: 'text-bad', info: 'text-accent' }
