import type { Call } from '#mocks/engine/call.ts'
import { invalid } from '#mocks/engine/http/refusal.ts'
import { userName } from '#mocks/engine/lookups.ts'
import { opportunityTotals } from '#mocks/engine/opportunity-totals.ts'
import { textOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { bodiesOf } from './crud.ts'

type Group = Record<string, unknown>
type Keys = { key: string | null; [name: string]: unknown }

const DAY = 24 * 3_600_000

/**
 * Opportunities by `_group_by`: a user, or the week, month, quarter or year of `date_won`; each group with its
 * objects and aggregates. Undefined without the parameter. Source: Opportunities; contract 11.
 */
export function groupOpportunities(
  call: Call,
  matches: readonly Rec[],
  currency: string,
): Group[] | undefined {
  const by = call.query.get('_group_by')
  if (by === undefined || by === '') return undefined
  const keysOf = grouping(call, by)
  if (!keysOf) throw invalid({ _group_by: 'Not a valid choice.' })
  const groups = new Map<string | null, { keys: Keys; members: Rec[] }>()
  for (const rec of matches) {
    const keys = keysOf(rec)
    const group = groups.get(keys.key)
    if (group) group.members.push(rec)
    else groups.set(keys.key, { keys, members: [rec] })
  }
  return [...groups.values()].map(({ keys, members }) => ({
    ...keys,
    total_results: members.length,
    ...opportunityTotals(members, currency),
    objects: bodiesOf(call, 'opportunity', members),
  }))
}

function grouping(call: Call, by: string): ((rec: Rec) => Keys) | undefined {
  if (by === 'user_id') {
    return (rec) => {
      const id = textOf(rec, 'user_id')
      return { key: id, user_id: id, user_name: userName(call.tx, id) }
    }
  }
  const period = by.startsWith('date_won__') ? PERIODS.get(by.slice('date_won__'.length)) : undefined
  if (!period) return undefined
  return (rec) => {
    const won = textOf(rec, 'date_won')
    return won === null ? { key: null } : period(won)
  }
}

const PERIODS = new Map<string, (won: string) => Keys>(
  Object.entries({
    year: (won: string) => ({ key: won.slice(0, 4), year: Number(won.slice(0, 4)) }),
    quarter: (won: string) => {
      const quarter = Math.ceil(Number(won.slice(5, 7)) / 3)
      return { key: `${won.slice(0, 4)}-Q${quarter}`, year: Number(won.slice(0, 4)), quarter }
    },
    month: (won: string) => ({
      key: won.slice(0, 7),
      year: Number(won.slice(0, 4)),
      month: Number(won.slice(5, 7)),
    }),
    week: (won: string) => {
      // An ISO week belongs to the year of its Thursday.
      const day = Date.parse(`${won}T00:00:00Z`)
      const thursday = new Date(day + (4 - (new Date(day).getUTCDay() || 7)) * DAY)
      const weekyear = thursday.getUTCFullYear()
      const week = Math.floor((thursday.getTime() - Date.UTC(weekyear, 0, 1)) / (7 * DAY)) + 1
      return { key: `${weekyear}-W${String(week).padStart(2, '0')}`, weekyear, week }
    },
  }),
)
