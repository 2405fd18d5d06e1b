import { navigate } from '#lib/navigation.ts'
import { IMPORT_PATH } from '#model/paths.ts'
import { showToast } from '#ui/toast.ts'
import { useEffect } from 'react'

import { countRun, importStore, isImporting } from './import-store.ts'
import { countOf } from './import-words.ts'

const KEY = 'import'

/** While the import goes on without its page in view, says so, and says when it is over. */
export function useRunNotices(): void {
  useEffect(() => {
    settle()
    return () => {
      if (!isImporting()) return
      const show = { label: 'Show', onAction: () => navigate(IMPORT_PATH) }
      const message = 'The import goes on. Keep this tab open.'
      notice = showToast({ kind: 'info', key: KEY, message, action: show, duration: Infinity })
      const { unsubscribe } = importStore.subscribe(() => {
        const { state } = importStore
        if (isImporting() || state.step !== 'run') return
        settle()
        const { imported, failed, left } = countRun(state.run)
        const isWell = failed === 0 && left === 0
        const rest = isWell ? '' : ` ${countOf(failed + left, 'row was', 'rows were')} not.`
        showToast({
          kind: isWell ? 'good' : 'bad',
          key: KEY,
          message: `${countOf(imported, 'lead was', 'leads were')} imported.${rest}`,
          action: show,
        })
      })
      unwatch = unsubscribe
    }
  }, [])
}

let unwatch: (() => void) | null = null
let notice: { dismiss: () => void } | null = null

/** Nothing to say any more: the page is in view again, or the import is over. */
function settle(): void {
  unwatch?.()
  notice?.dismiss()
  unwatch = notice = null
}
