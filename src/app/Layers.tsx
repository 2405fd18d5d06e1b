import { showToast } from '#ui/toast.ts'
import { lazy, Suspense, useState } from 'react'
import { ErrorBoundary } from 'react-error-boundary'

import { PaletteWaiting } from './PaletteWaiting.tsx'

const loadPalette = () => import('./Palette.tsx')
const loadShortcuts = () => import('./ShortcutsDialog.tsx')
const Palette = lazy(() => loadPalette().then((m) => ({ default: m.Palette })))
const ShortcutsDialog = lazy(() => loadShortcuts().then((m) => ({ default: m.ShortcutsDialog })))

/** What lies over the page, if anything. */
export type Layer = 'palette' | 'shortcuts' | null

/** The command palette and the list of shortcuts. One that breaks closes and says so: the page is not its victim. */
export function Layers({ layer, onChange }: { layer: Layer; onChange: (layer: Layer) => void }) {
  if (!layer) return null
  const close = () => onChange(null)
  return (
    <ErrorBoundary
      resetKeys={[layer]}
      fallback={null}
      onError={() => {
        close()
        showToast({
          kind: 'bad',
          message: 'This could not be opened. You may be offline, or a new version may have been published.',
          action: { label: 'Reload', onAction: () => location.reload() },
          key: 'layer',
        })
      }}
    >
      {layer === 'palette' && <PaletteLayer onClose={close} onShowShortcuts={() => onChange('shortcuts')} />}
      {layer === 'shortcuts' && (
        <Suspense>
          <ShortcutsDialog onClose={close} />
        </Suspense>
      )}
    </ErrorBoundary>
  )
}

function PaletteLayer(props: { onClose: () => void; onShowShortcuts: () => void }) {
  const [typed, setTyped] = useState('')
  return (
    <Suspense fallback={<PaletteWaiting text={typed} onType={setTyped} onClose={props.onClose} />}>
      <Palette {...props} initialText={typed} />
    </Suspense>
  )
}

/** Fetches the code of the layers ahead of time. Failing is no matter: opening one tries again and tells. */
export function prefetchLayers(): void {
  for (const load of [loadPalette, loadShortcuts]) load().catch(() => {})
}
