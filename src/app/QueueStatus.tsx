import { ledger } from '#data/ledger.ts'
import { useOnline } from '#lib/use-online.ts'
import { useReturnFocus } from '#lib/use-return-focus.ts'
import { queueText, shownQueue } from '#model/queue.ts'
import { useSelector } from '@tanstack/react-store'
import { clsx } from 'clsx'
import { CloudAlert, CloudUpload } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'

const loadPanel = () => import('./QueuePanel.tsx')
const QueuePanel = lazy(() => loadPanel().then((m) => ({ default: m.QueuePanel })))

/** How many changes wait or need a decision, opening the list of them; nothing while all is saved. */
export function QueueStatus() {
  const operations = useSelector(ledger, (now) => now.operations)
  const isOnline = useOnline()
  const [now, setNow] = useState(() => Date.now())
  const [isOpen, setOpen] = useState(false)
  const { count, wakeAt } = shownQueue(operations, now, isOnline)
  /** Once all is saved there is no button to come back to; the page that is shown is the nearest thing. */
  const here = useRef<HTMLElement | null>(null)
  useReturnFocus(isOpen, here)

  useEffect(() => {
    if (wakeAt === null) return
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, wakeAt - Date.now()))
    return () => clearTimeout(timer)
  }, [wakeAt])
  // It is most needed when no code can be fetched any more.
  useEffect(() => void loadPanel().catch(() => {}), [])

  const text = queueText(count)
  const Icon = count.decide > 0 ? CloudAlert : CloudUpload
  return (
    <>
      {text && (
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={({ currentTarget }) => {
            here.current = currentTarget.closest('nav')?.querySelector<HTMLElement>('[aria-current]') ?? null
            setOpen(true)
          }}
          className={clsx(
            'flex w-full items-center justify-center gap-2 rounded-md px-1 py-1.5 text-xs font-medium hover:bg-hover md:flex-col md:gap-0.5 md:text-center md:text-2xs md:leading-tight',
            count.decide > 0 ? 'text-warn' : 'text-muted',
          )}
        >
          <Icon aria-hidden className="size-4 shrink-0 md:size-4.5" />
          {text}
        </button>
      )}
      {isOpen && (
        <Suspense>
          <QueuePanel onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
