import { Hourglass } from 'lucide-react'
import { useEffect, useState } from 'react'

/** Counts down to the next try, `until` in milliseconds since the epoch. */
export function SlowDownCountdown({ until }: { until: number }) {
  return (
    <p className="flex items-center gap-1.5 rounded-md border border-line bg-raised px-2.5 py-1 text-xs text-muted shadow-pop">
      <Hourglass aria-hidden className="size-3.5 shrink-0" />
      <span>
        Close asks us to slow down
        <Seconds key={until} until={until} />
      </span>
    </p>
  )
}

/** Hidden from screen readers, which would read out each second. */
function Seconds({ until }: { until: number }) {
  const [left, setLeft] = useState(() => until - Date.now())
  useEffect(() => {
    const timer = setInterval(() => setLeft(until - Date.now()), 250)
    return () => clearInterval(timer)
  }, [until])
  return <span aria-hidden>: next try in {Math.max(1, Math.ceil(left / 1000))} s</span>
}
