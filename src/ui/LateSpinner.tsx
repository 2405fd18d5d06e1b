import { useEffect, useState } from 'react'

import { Spinner } from './Spinner.tsx'

/** What is over sooner needs no sign of waiting, and the page is not painted for one, in milliseconds. */
const LATE_MS = 400

/** A `Spinner` for what is usually done before anybody would look for it: it shows after a while. */
export function LateSpinner({ className }: { className?: string | undefined }) {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS)
    return () => clearTimeout(timer)
  }, [])
  return isLate && <Spinner className={className} />
}
