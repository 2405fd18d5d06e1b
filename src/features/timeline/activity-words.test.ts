import { activitySchema } from '#model/activity.ts'
import { contactSchema } from '#model/lead.ts'
import { expect, test } from 'vitest'

import { activityWords } from './activity-words.ts'
import { durationText } from './moment-words.ts'
import { plainText } from './plain-text.ts'

const asha = contactSchema.parse({
  id: 'cont_asha',
  name: 'Asha Verma',
  emails: [{ email: 'asha@northwind.example' }],
  phones: [{ phone: '+44 7700 900999' }],
})
const words = (activity: Record<string, unknown>, locale = 'en-US', timeZone = 'Europe/Berlin') =>
  activityWords(activitySchema.parse({ id: 'acti_1', ...activity }), { contacts: [asha], locale, timeZone })

test.each<[Record<string, unknown>, string, string[], string]>([
  [{ _type: 'Note', note: 'Wants\n\nsamples.' }, 'Note', [], 'Wants samples.'],
  [{ _type: 'Note', note: '', note_html: '<body><p>A &amp; B</p><p>C</p></body>' }, 'Note', [], 'A & B C'],
  [
    { _type: 'Note', title: 'Terms', note: 'x', pinned: true, attachments: [{ filename: 'a.pdf' }] },
    'Terms',
    ['Pinned', '1 attachment'],
    'x',
  ],
  [
    { _type: 'Call', direction: 'outbound', disposition: 'answered', duration: 252, contact_id: 'cont_asha' },
    'Called Asha Verma',
    ['4 min 12 s'],
    '',
  ],
  [
    {
      _type: 'Call',
      direction: 'outbound',
      disposition: 'vm-left',
      remote_phone_formatted: '+44 7700 900123',
    },
    'Called +44 7700 900123',
    ['Left a voicemail'],
    '',
  ],
  [
    { _type: 'Call', direction: 'inbound', status: 'no-answer', phone: '+44' },
    'Missed call from +44',
    [],
    '',
  ],
  [
    { _type: 'Call', direction: 'inbound', status: 'completed', note: 'Happy.' },
    'Call from somebody',
    [],
    'Happy.',
  ],
  [
    {
      _type: 'Email',
      direction: 'outgoing',
      status: 'sent',
      subject: 'Renewal',
      to: ['Asha <ASHA@northwind.example>', 'b@b.example'],
      body_text: 'Dear\nAsha',
      opens: [{}, {}],
    },
    'Emailed Asha Verma and 1 more',
    ['Opened 2 times'],
    'Renewal — Dear Asha',
  ],
  [
    { _type: 'Email', direction: 'incoming', status: 'inbox', sender: 'x@y.example', subject: '' },
    'Email from x@y.example',
    [],
    'No subject',
  ],
  [
    {
      _type: 'Email',
      direction: 'outgoing',
      status: 'scheduled',
      to: ['x@y.example'],
      subject: 'Hi',
      date_scheduled: '2026-03-05T09:00:00+00:00',
    },
    'Email to x@y.example',
    ['Scheduled for Mar 5, 2026, 10:00 AM'],
    'Hi',
  ],
  [{ _type: 'Email', status: 'draft', to: [], subject: 'Hi' }, 'Email draft to somebody', [], 'Hi'],
  [
    { _type: 'Email', status: 'error', to: ['a@b.example'], subject: 'Hi' },
    'Email to a@b.example was not sent',
    [],
    'Hi',
  ],
  [
    { _type: 'SMS', direction: 'outbound', status: 'sent', remote_phone: '+447', text: 'On my way' },
    'Texted +447',
    [],
    'On my way',
  ],
  [
    { _type: 'SMS', direction: 'inbound', status: 'inbox', contact_id: 'cont_asha', text: 'OK' },
    'Text from Asha Verma',
    [],
    'OK',
  ],
  [
    { _type: 'SMS', direction: 'inbound', remote_phone: '+447700900999', text: 'OK' },
    'Text from Asha Verma',
    [],
    'OK',
  ],
  [{ _type: 'WhatsAppMessage', direction: 'incoming', text: 'Hola' }, 'WhatsApp from somebody', [], 'Hola'],
  [
    {
      _type: 'Meeting',
      title: 'Demo',
      status: 'canceled',
      starts_at: '2026-03-05T09:00:00+00:00',
      ends_at: '2026-03-05T09:30:00+00:00',
      location: 'Room 2',
    },
    'Meeting: Demo',
    ['Mar 5, 2026, 10:00 – 10:30 AM', 'Cancelled', 'Room 2'],
    '',
  ],
  [
    { _type: 'LeadStatusChange', old_status_label: 'Potential', new_status_label: 'Qualified' },
    'Status: Potential → Qualified',
    [],
    '',
  ],
  [
    {
      _type: 'OpportunityStatusChange',
      old_status_label: 'Proposal',
      new_status_label: 'Won',
      opportunity_value: 50_000,
      opportunity_value_currency: 'GBP',
      opportunity_value_period: 'monthly',
      new_pipeline_name: 'Sales',
      old_pipeline_name: 'Sales',
    },
    'Opportunity: Proposal → Won',
    ['£500 monthly', 'Sales'],
    '',
  ],
  [{ _type: 'LeadMerge', source_lead_name: 'Old Co' }, 'Merged Old Co into this lead', [], ''],
  [
    { _type: 'LeadMerge', merge_status: 'in-progress', source_lead_name: 'Old Co' },
    'Merging Old Co into this lead',
    [],
    '',
  ],
  [{ _type: 'Created', source: 'import' }, 'Lead created', ['By an import'], ''],
  [{ _type: 'Created', source: 'carrier-pigeon' }, 'Lead created', ['Through carrier-pigeon'], ''],
  [
    { _type: 'TaskCompleted', task_text: 'Send it', user_name: 'Robin', task_assigned_to_name: 'Ana' },
    'Completed task: Send it',
    ['Assigned to Ana'],
    '',
  ],
  [{ _type: 'FormSubmission' }, 'Form submitted', [], ''],
  [{ _type: 'Custom', status: 'draft' }, 'Custom activity', ['Draft'], ''],
  [{ _type: 'HologramCall', note: 'Hello' }, 'Hologram call', [], 'Hello'],
])('%j', (activity, title, facts, text) => {
  const found = words(activity)
  // The blanks around a clock's "AM" differ between versions of the locale data.
  const plain = found.facts.map((fact) => fact.replace(/\s/g, ' '))
  expect({ ...found, facts: plain }).toEqual({ title, facts, text })
})

test('a key of another shape than expected counts as absent', () => {
  expect(words({ _type: 'Call', direction: 7, duration: 'long', note: ['x'] }).title).toBe('Called somebody')
})

test('times and money follow the locale and the zone', () => {
  const meeting = { _type: 'Meeting', starts_at: '2026-03-04T23:30:00+00:00' }
  expect(words(meeting, 'de-DE', 'Asia/Kolkata').facts).toEqual(['05.03.2026, 05:00'])
  expect(words(meeting, 'en-GB', 'America/Los_Angeles').facts).toEqual(['4 Mar 2026, 15:30'])
})

test.each([
  [0, '0 s'],
  [59.6, '1 min'],
  [61, '1 min 1 s'],
  [3600, '1 h'],
  [5400, '1 h 30 min'],
])('%d seconds are %j', (seconds, text) => {
  expect(durationText(seconds)).toBe(text)
})

test.each([
  ['<style>p{}</style><p>A&nbsp;B</p><p>C</p>', 'A B\nC'],
  ['a<br/>b &#128075; &#x41; &bogus; &#99999999;', 'a\nb 👋 A &bogus; &#99999999;'],
  ['1 < 2', '1 < 2'],
  ['<!-- no --><script>alert(1)</script>yes', 'yes'],
])('the words of %j are %j', (html, text) => {
  expect(plainText(html)).toBe(text)
})
