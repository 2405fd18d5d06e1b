import type { ReactNode } from 'react'

/** The buttons of a step, in reach however long the step is. `children` say what will happen. */
export function StepFooter({ children, actions }: { children?: ReactNode; actions: ReactNode }) {
  return (
    <div
      data-sticky-footer
      className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center justify-end gap-x-4 gap-y-2 border-t border-line bg-canvas px-4 py-3 md:-mx-8 md:px-8"
    >
      <div className="min-w-0 flex-1 basis-56 text-sm text-muted">{children}</div>
      <div className="flex gap-2">{actions}</div>
    </div>
  )
}
