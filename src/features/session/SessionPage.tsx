import type { ReactNode } from 'react'

/** A card alone on the page. */
export function SessionPage({ children }: { children: ReactNode }) {
  return (
    <main className="flex h-full justify-center overflow-y-auto bg-canvas p-4 sm:items-center">
      <div className="my-auto w-full max-w-sm rounded-lg border border-line bg-surface p-6">{children}</div>
    </main>
  )
}
