import { useEffect, useRef, type ReactNode } from 'react'

/** The heading of a step. It takes the focus when the step appears, so that a screen reader says where one is. */
export function StepHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h2 ref={heading} tabIndex={-1} className="text-base font-semibold outline-none">
      {children}
    </h2>
  )
}
