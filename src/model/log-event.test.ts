import { describe, expect, test } from 'vitest'

import { foreignEvents, leadNews, overwrittenBy, type LogEvent, type OwnWrite } from './log-event.ts'
import { creation, deletion, update } from './sample-operations.ts'

const THEN = '2026-03-07T11:00:00.120000'
const STAMP = `${THEN}+00:00`

function event(more: Partial<LogEvent> = {}): LogEvent {
  return {
    id: 'ev_1',
    action: 'updated',
    object_type: 'lead',
    object_id: 'lead_1',
    lead_id: 'lead_1',
    user_id: 'user_me',
    request_id: 'req_1',
    date_created: THEN,
    date_updated: THEN,
    changed_fields: ['url', 'date_updated'],
    data: { id: 'lead_1', url: 'new', date_updated: STAMP },
    previous_data: { url: 'old', date_updated: '2026-03-07T10:00:00.000000+00:00' },
    meta: {},
    ...more,
  }
}

const wrote = (patch: Record<string, unknown>, base: Record<string, unknown>, stamp: string | null = null) =>
  ({ operation: update(patch, { base }), answer: stamp === null ? {} : { date_updated: stamp } }) as OwnWrite

describe('whose doing an event is', () => {
  const isForeign = (
    events: LogEvent[],
    { writes = [], sending = [] }: { writes?: OwnWrite[]; sending?: OwnWrite['operation'][] },
  ) => foreignEvents(events, { writes, sending, me: 'user_me' }).map(({ id }) => id)

  test.each<[string, LogEvent[], Parameters<typeof isForeign>[1], string[]]>([
    ['nothing was done here', [event()], {}, ['ev_1']],
    [
      'a write that was answered with this date',
      [event()],
      { writes: [wrote({ name: 'A' }, {}, STAMP)] },
      [],
    ],
    [
      'a write of other values in the same moment',
      [event()],
      { writes: [{ operation: update({ name: 'A' }), answer: { date_updated: STAMP, url: 'old' } }] },
      ['ev_1'],
    ],
    ['a write of these values', [event()], { writes: [wrote({ url: 'new' }, {})] }, []],
    [
      'these values, by somebody else',
      [event({ user_id: 'user_2' })],
      { writes: [wrote({ url: 'new' }, {})] },
      ['ev_1'],
    ],
    ['other values', [event()], { writes: [wrote({ url: 'mine' }, {})] }, ['ev_1']],
    [
      'another value beside the one that was added here',
      [
        event({
          changed_fields: ['custom.cf_1'],
          data: { 'custom.cf_1': ['A', 'B'] },
          previous_data: { 'custom.cf_1': ['A'] },
        }),
      ],
      { writes: [wrote({ 'custom.cf_1.add': 'A' }, {})] },
      ['ev_1'],
    ],
    ['a write whose answer is on the way', [event()], { sending: [update({ url: 'new' })] }, []],
    [
      'what else the request of an own event wrote',
      [
        event(),
        event({
          id: 'ev_2',
          object_type: 'activity.lead_status_change',
          object_id: 'acti_1',
          action: 'created',
        }),
      ],
      { writes: [wrote({ url: 'new' }, {})] },
      [],
    ],
    [
      'a thing made here',
      [event({ object_type: 'contact', object_id: 'cont_1', action: 'created' })],
      { writes: [{ operation: creation({ name: 'A' }), answer: { id: 'cont_1' } }] },
      [],
    ],
    [
      'a thing whose making is on the way',
      [event({ object_type: 'contact', object_id: 'cont_1', action: 'created' })],
      { sending: [creation({ name: 'A' })] },
      [],
    ],
    [
      'a thing deleted here, and another one',
      [
        event({ object_type: 'contact', object_id: 'cont_1', action: 'deleted' }),
        event({
          id: 'ev_2',
          request_id: 'req_2',
          object_type: 'contact',
          object_id: 'cont_2',
          action: 'deleted',
        }),
      ],
      { writes: [{ operation: deletion('cont_1'), answer: null }] },
      ['ev_2'],
    ],
  ])('%s', (_what, events, own, foreign) => expect(isForeign(events, own)).toEqual(foreign))
})

describe('what a write of our own replaced unseen', () => {
  const overwritten = (writes: OwnWrite[], previous: Record<string, unknown> = { url: 'theirs' }) =>
    overwrittenBy(event({ previous_data: previous }), writes, 'user_me').map(({ field, was }) => [field, was])

  test.each<[string, OwnWrite[], Record<string, unknown> | undefined, unknown[]]>([
    ['a value that came in the gap', [wrote({ url: 'new' }, { url: 'old' })], undefined, [['url', 'theirs']]],
    ['the value that was seen', [wrote({ url: 'new' }, { url: 'theirs' })], undefined, []],
    [
      'what we set shortly before',
      [wrote({ url: 'theirs' }, { url: 'old' }), wrote({ url: 'new' }, { url: 'old' })],
      undefined,
      [],
    ],
    ['nobody knows what was seen', [wrote({ url: 'new' }, {})], undefined, []],
    ['a field that did not change', [wrote({ url: 'new' }, { url: 'old' })], { name: 'A' }, []],
    [
      'an added value',
      [wrote({ 'custom.cf_1.add': 'A' }, { 'custom.cf_1': [] }, STAMP)],
      { 'custom.cf_1': ['B'] },
      [],
    ],
    ['unset is unset', [wrote({ url: 'new' }, { url: '' })], { url: null }, []],
  ])('%s', (_what, writes, previous, expected) => expect(overwritten(writes, previous)).toEqual(expected))
})

describe('news about leads', () => {
  test('name the fields that a person notices, and when', () => {
    expect(leadNews(event())).toMatchObject({
      leadId: 'lead_1',
      object: 'lead',
      action: 'updated',
      fields: ['url'],
      at: Date.parse('2026-03-07T11:00:00.120Z'),
      stamp: STAMP,
    })
  })

  test('a merged lead tells where it went', () => {
    const merged = event({ action: 'deleted', meta: { merge_destination_lead_id: 'lead_2' } })
    expect(leadNews(merged)?.mergedInto).toBe('lead_2')
  })

  test('events of other things are none', () => {
    expect(leadNews(event({ object_type: 'saved_search', lead_id: null }))).toBeNull()
  })

  test('without `date_updated` in its data the event’s own moment counts', () => {
    expect(leadNews(event({ data: { url: 'new' } }))?.stamp).toBe(STAMP)
  })
})
