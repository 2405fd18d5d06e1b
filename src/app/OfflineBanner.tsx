import { useOnline } from '#lib/use-online.ts'
import { WifiOff } from 'lucide-react'

/** A line above the page while there is no network. */
export function OfflineBanner() {
  const isOnline = useOnline()
  return (
    <div role="status">
      {!isOnline && (
        <p className="flex items-center justify-center gap-2 border-b border-line bg-warn-soft px-4 py-1 text-xs text-warn">
          <WifiOff aria-hidden className="size-3.5 shrink-0" />
          {import.meta.env.MODE === 'demo'
            ? 'You are offline. The demo goes on: its data is in this browser.'
            : 'You are offline. What you see may be old; your changes are kept and sent when you are back.'}
        </p>
      )}
    </div>
  )
}
