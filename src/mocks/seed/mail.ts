import { textOfHtml } from '#mocks/engine/note-text.ts'
import { addActivity } from './add-activity.ts'
import { stampOf } from './calendar.ts'
import type { LeadFrame } from './lead-frame.ts'
import type { Maker } from './maker.ts'

/** One e-mail of a thread. */
export type Mail = {
  at: number
  subject: string
  sender: string
  to: string
  html: string
  isOurs: boolean
  /** The user whose mailbox it is in. */
  userId: string
  contactId: string | null
  opens?: readonly Record<string, unknown>[]
  attachments?: readonly Record<string, unknown>[]
}

/** Puts the e-mails of one thread, oldest first, and the thread itself, which gets its id from `threads`. */
export function addThread(
  maker: Maker,
  frame: LeadFrame,
  mails: readonly Mail[],
  threads: Maker = maker,
): void {
  const [first] = mails
  const last = mails.at(-1)
  if (!first || !last) return
  const threadId = addActivity(threads, frame, 'EmailThread', first.at, {
    user_id: first.userId,
    activity_at: stampOf(last.at),
    date_updated: stampOf(last.at),
    latest_normalized_subject: first.subject,
    participants: [...new Set(mails.flatMap(({ sender, to }) => [sender, to]))].map((email) => ({
      email,
      name: null,
    })),
    n_emails: mails.length,
  })
  for (const [nth, mail] of mails.entries()) {
    const text = textOfHtml(mail.html)
    const date = stampOf(mail.at)
    addActivity(maker, frame, 'Email', mail.at, {
      user_id: mail.userId,
      contact_id: mail.contactId,
      direction: mail.isOurs ? 'outgoing' : 'incoming',
      status: mail.isOurs ? 'sent' : 'inbox',
      subject: nth === 0 ? mail.subject : `Re: ${mail.subject}`,
      sender: mail.sender,
      to: [mail.to],
      cc: [],
      bcc: [],
      body_text: text,
      body_html: mail.html,
      body_preview: text.slice(0, 120),
      envelope: null,
      thread_id: threadId,
      template_id: null,
      attachments: mail.attachments ?? [],
      opens: mail.opens ?? [],
      send_attempts: [],
      date_sent: date,
      date_scheduled: null,
    })
  }
}
