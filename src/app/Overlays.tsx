import { Toasts } from '#ui/Toasts.tsx'
import { Tooltips } from '#ui/Tooltips.tsx'

/** What appears over any page: messages and tooltips. */
export function Overlays() {
  return (
    <>
      <Toasts />
      <Tooltips />
    </>
  )
}
