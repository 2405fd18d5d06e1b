import { keepFocus } from '#lib/keep-focus.ts'
import { Toasts } from '#ui/Toasts.tsx'
import { Tooltips } from '#ui/Tooltips.tsx'
import { useEffect } from 'react'

/** What appears over any page: messages and tooltips; and what watches over the focus, which needs no haste either. */
export function Overlays() {
  useEffect(keepFocus, [])
  return (
    <>
      <Toasts />
      <Tooltips />
    </>
  )
}
