import { hueOf, type Hue } from '#ui/hue.ts'

/** Words that most sales teams use the same way; the first match wins. */
const MEANINGS: readonly (readonly [RegExp, Hue])[] = [
  [/\b(not|bad|lost|dead|cancel\w*|churn\w*|reject\w*|disqualified|unqualified|unsubscribed)\b/i, 'red'],
  [/\b(won|customer|client|closed|active|signed)\b/i, 'green'],
  [/\b(qualified|demo|meeting|trial|negotiat\w*|proposal)\b/i, 'violet'],
  [/\b(interested|contacted|engaged|working|progress|nurtur\w*|follow)\b/i, 'amber'],
  [/\b(potential|new|open|prospect\w*|fresh)\b/i, 'blue'],
]

/** The dot's hue for a status: by what its label usually means, else always the same one for the same label. */
export function statusHue(label: string): Hue {
  return MEANINGS.find(([words]) => words.test(label))?.[1] ?? hueOf(label)
}
