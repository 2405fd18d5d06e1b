import * as check from '#mocks/engine/http/validate.ts'
import { readKnown, ValueProblem } from '#mocks/engine/http/validate.ts'
import { optionalText, outcomeFor, phoneKeys, type ActivityKind } from './kind.ts'
import { readNoteTexts } from './note.ts'

const STATUSES = 'created in-progress completed cancel no-answer busy failed timeout'.split(' ')
const DISPOSITIONS = 'answered no-answer vm-answer vm-left busy blocked error abandoned'.split(' ')
const FIXED_INSIDE_CLOSE = ['status', 'duration', 'direction']

const DEFAULTS = {
  direction: 'outbound',
  status: 'completed',
  disposition: null,
  duration: 0,
  phone: null,
  local_phone: null,
  remote_phone: null,
  call_method: 'external',
  source: 'External',
  recording_url: null,
  has_recording: false,
  voicemail_url: null,
  voicemail_duration: 0,
  cost: null,
  outcome_id: null,
  dialer_id: null,
  note: '',
  note_html: '<body></body>',
}

const httpsUrl: check.Check = (value) => {
  if (!/^https:\/\/\S+$/.test(check.text(value) as string)) throw new ValueProblem('Invalid URL.')
  return value
}

/** Calls that are logged by hand; those made inside Close keep status, duration and direction. Contract 13. */
export const CALL: ActivityKind = {
  type: 'Call',
  path: 'call',
  writes: ['POST', 'PUT', 'DELETE'],
  read(input) {
    const { call, body, before, problems } = input
    const {
      phone,
      local_phone: local,
      ...given
    } = readKnown(
      body,
      {
        direction: check.oneOf(['inbound', 'outbound']),
        status: check.oneOf(STATUSES),
        disposition: check.nullable(check.oneOf(DISPOSITIONS)),
        duration: check.wholeBetween(0, Number.MAX_SAFE_INTEGER),
        phone: optionalText,
        local_phone: optionalText,
        recording_url: check.nullable(httpsUrl),
        outcome_id: outcomeFor(input, 'calls'),
        note: check.emptyAs('', check.text),
        note_html: optionalText,
      },
      problems,
    )
    if (before?.['source'] === 'Close.io') {
      for (const key of FIXED_INSIDE_CLOSE) if (key in given) problems.add(key, 'Value cannot be changed.')
    }
    return {
      ...(before ? {} : DEFAULTS),
      ...given,
      ...readNoteTexts(given),
      ...phoneKeys(call, 'phone', phone),
      ...phoneKeys(call, 'remote_phone', phone),
      ...phoneKeys(call, 'local_phone', local),
      ...('recording_url' in given ? { has_recording: given['recording_url'] !== null } : {}),
    }
  },
}
