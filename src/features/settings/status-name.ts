import { takenName } from './same-name.ts'

/** What is wrong with a status's name; null when nothing is. `others` are the names of the other statuses. */
export function statusNameProblem(name: string, others: readonly string[]): string | null {
  if (name.trim() === '') return 'Give the status a name.'
  const taken = takenName(name, others)
  return taken === undefined ? null : `There is already a status named “${taken}”.`
}
