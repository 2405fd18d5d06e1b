import { Button } from '#ui/Button.tsx'
import { ErrorState } from '#ui/ErrorState.tsx'
import { RotateCw } from 'lucide-react'

/** Instead of everything when what stands around the pages breaks. What sends changes does not stand there. */
export function Crash({ error }: { error: unknown }) {
  return (
    <main className="flex h-full items-center justify-center bg-canvas">
      <ErrorState
        title="Leadlight cannot show this page"
        text={
          <>
            Nothing is lost: what you changed is still being sent, and drafts are kept. What stopped the page:
            <span className="block pt-2 font-mono text-xs wrap-break-word">
              {error instanceof Error ? error.message : String(error)}
            </span>
          </>
        }
        actions={
          <Button icon={<RotateCw />} onClick={() => location.reload()}>
            Reload
          </Button>
        }
      />
    </main>
  )
}
