import { EMAIL } from '#mocks/engine/activities/email.ts'
import { joinThread } from '#mocks/engine/activities/threads.ts'
import type { Call } from '#mocks/engine/call.ts'
import { Problems } from '#mocks/engine/http/validate.ts'
import { contactDisplayName, leadDisplayName, userName } from '#mocks/engine/lookups.ts'
import { textOfHtml } from '#mocks/engine/note-text.ts'
import { textOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { addActivity } from '#mocks/engine/writes/activities.ts'
import { isUnsubscribed, recipientsOf, type Recipient } from './recipients.ts'

/** Logs the e-mails of a bulk e-mail to one lead as sent; nothing leaves the demo. Source: contract 20. */
export function emailLead(call: Call, action: Rec, lead: Rec): void {
  const template = call.tx.get('email_template', textOf(action, 'template_id') ?? '')
  if (!template) return
  for (const recipient of recipientsOf(call, lead, textOf(action, 'contact_preference'))) {
    if (isUnsubscribed(recipient)) continue
    const fill = (key: string) => filled(textOf(template, key) ?? '', valuesFor(call, lead, recipient))
    const html = fill('body')
    const body = {
      status: 'sent',
      subject: fill('subject'),
      sender: action['sender'],
      to: [recipient.email],
      body_html: html,
      body_text: textOfHtml(html),
      template_id: template.id,
    }
    const own = EMAIL.read?.({ call, body, before: undefined, leadId: lead.id, problems: new Problems() })
    const more = { contact_id: recipient.contact.id, bulk_email_action_id: action.id }
    joinThread(call, addActivity(call, 'Email', lead.id, { ...own, ...more }))
  }
}

/** What `{{ contact.first_name }}` and the like stand for [guess: which names there are]. */
function valuesFor(call: Call, lead: Rec, { contact, email }: Recipient): Record<string, string> {
  const [first = ''] = (textOf(contact, 'name') ?? '').split(' ')
  return {
    'lead.display_name': leadDisplayName(call.tx, lead),
    'lead.name': textOf(lead, 'name') ?? '',
    'contact.first_name': first,
    'contact.name': contactDisplayName(contact),
    'contact.email': email,
    'user.name': userName(call.tx, call.callerId) ?? '',
  }
}

function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_all, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : '',
  )
}
