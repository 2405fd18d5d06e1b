import * as check from '#mocks/engine/http/validate.ts'
import { readKnown, REQUIRED } from '#mocks/engine/http/validate.ts'
import { htmlOfText } from '#mocks/engine/note-text.ts'
import { stamp } from '#mocks/engine/stamp.ts'
import { attachments, optionalText, phoneKeys, type ActivityKind } from './kind.ts'

/** Text messages. Nothing is really sent, so `outbox` stays. Source: SMS; contract 13. */
export const SMS: ActivityKind = {
  type: 'SMS',
  path: 'sms',
  writes: ['POST', 'PUT', 'DELETE'],
  read({ call, body, before, problems }) {
    const {
      local_phone: local,
      remote_phone: remote,
      ...given
    } = readKnown(
      body,
      {
        text: check.emptyAs('', check.text),
        status: check.oneOf(['inbox', 'draft', 'scheduled', 'outbox', 'sent', 'error']),
        local_phone: optionalText,
        remote_phone: optionalText,
        date_scheduled: check.nullable(check.dateTime),
        template_id: optionalText,
        attachments,
      },
      problems,
      before ? [] : ['status'],
    )
    const sms: Record<string, unknown> = { date_scheduled: null, date_sent: null, ...before, ...given }
    if (sms['status'] === 'scheduled' && !sms['date_scheduled']) problems.add('date_scheduled', REQUIRED)
    const defaults = { text: '', source: 'External', cost: null, error_message: null, attachments: [] }
    return {
      ...(before ? {} : defaults),
      ...given,
      direction: sms['status'] === 'inbox' ? 'inbound' : 'outbound',
      date_scheduled: sms['date_scheduled'],
      date_sent: sms['date_sent'] ?? (sms['status'] === 'sent' ? stamp(call.now) : null),
      ...phoneKeys(call, 'local_phone', local),
      ...phoneKeys(call, 'remote_phone', remote),
    }
  },
}

/** Messages that an integration mirrors from WhatsApp. Source: WhatsApp messages; contract 13. */
export const WHATSAPP: ActivityKind = {
  type: 'WhatsAppMessage',
  path: 'whatsapp_message',
  writes: ['POST', 'PUT', 'DELETE'],
  read({ call, body, before, problems }) {
    const {
      local_phone: local,
      remote_phone: remote,
      ...given
    } = readKnown(
      body,
      {
        external_whatsapp_message_id: check.text,
        message_markdown: check.text,
        direction: check.oneOf(['incoming', 'outgoing']),
        local_phone: optionalText,
        remote_phone: optionalText,
        response_to_id: optionalText,
        attachments,
      },
      problems,
      before ? [] : ['external_whatsapp_message_id', 'message_markdown'],
    )
    const markdown = given['message_markdown']
    const texts = typeof markdown === 'string' ? { text: markdown, message_html: htmlOfText(markdown) } : {}
    const defaults = { direction: 'outgoing', response_to_id: null, source: 'External', attachments: [] }
    return {
      ...(before ? {} : defaults),
      ...given,
      ...texts,
      ...phoneKeys(call, 'local_phone', local),
      ...phoneKeys(call, 'remote_phone', remote),
    }
  },
}
