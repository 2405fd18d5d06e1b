import { foldText } from '#ui/option-filter.ts'
import type { Activity } from '#model/activity.ts'

import { wholeText } from './activity-body.ts'
import { activityWords, type WordsContext } from './activity-words.ts'

/** Read once each: a long history is searched at every key. */
const folded = new WeakMap<Activity, { context: WordsContext; text: string }>()

/** The activities that hold every word of `query`, in their order, whatever its case and accents. */
export function searchActivities(
  activities: readonly Activity[],
  query: string,
  context: WordsContext,
): readonly Activity[] {
  const words = foldText(query).split(' ').filter(Boolean)
  if (words.length === 0) return activities
  return activities.filter((activity) => {
    const text = searchedText(activity, context)
    return words.every((word) => text.includes(word))
  })
}

function searchedText(activity: Activity, context: WordsContext): string {
  const known = folded.get(activity)
  if (known?.context.contacts === context.contacts) return known.text
  const { title, facts, text } = activityWords(activity, context)
  const who = activity.user_name ?? activity.created_by_name ?? ''
  const all = foldText([title, ...facts, who, text, wholeText(activity)].join('\n'))
  folded.set(activity, { context, text: all })
  return all
}
