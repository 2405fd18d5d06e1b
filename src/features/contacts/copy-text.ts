import { showToast } from '#ui/toast.ts'

/** Puts text on the clipboard and says so; the browser may refuse. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    showToast({ kind: 'good', message: `Copied ${text}`, key: 'copy', duration: 3_000 })
  } catch {
    showToast({ kind: 'bad', message: 'The browser did not allow copying.', key: 'copy' })
  }
}
