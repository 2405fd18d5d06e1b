import { showToast } from './toast.ts'

/** Puts text on the clipboard and says so; the browser may refuse. `said` stands for a text too long to repeat. */
export async function copyText(text: string, said = `Copied ${text}`): Promise<void> {
  await copying(() => navigator.clipboard.writeText(text), said)
}

/**
 * Puts the same content on the clipboard as text and as HTML, for mails and for documents. It may be on its way
 * still: browsers want to be asked while the person presses. Why it could not be made is the caller's to tell.
 */
export async function copyRich(
  content: Promise<{ text: string; html: string }>,
  said: string,
): Promise<void> {
  const part = async (type: 'text' | 'html') => {
    const made = await content
    return new Blob([made[type]], { type: type === 'text' ? 'text/plain' : 'text/html' })
  }
  await copying(
    async () => {
      const item = new ClipboardItem({ 'text/plain': part('text'), 'text/html': part('html') })
      await navigator.clipboard.write([item])
    },
    said,
    content,
  )
}

async function copying(copy: () => Promise<void>, said: string, content?: Promise<unknown>): Promise<void> {
  try {
    await copy()
    showToast({ kind: 'good', message: said, key: 'copy', duration: 3_000 })
  } catch {
    const [made] = await Promise.allSettled([content])
    if (made.status === 'fulfilled')
      showToast({ kind: 'bad', message: 'The browser did not allow copying.', key: 'copy' })
  }
}
