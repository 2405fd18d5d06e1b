import { Store, useSelector } from '@tanstack/react-store'

/** What says on the screen that somebody else has just changed a field. */
export type ChangeMark = {
  /** Who and when, in words. */
  text: string
  /** It came this moment: the value lights up. */
  isFresh: boolean
}

/** The marks of leads, by lead and by field; under "" what is said of the whole lead. */
export const changeMarks = new Store<ReadonlyMap<string, ReadonlyMap<string, ChangeMark>>>(new Map())

/** The marks of one lead. */
export function useChangeMarks(leadId: string): ReadonlyMap<string, ChangeMark> | undefined {
  return useSelector(changeMarks, (now) => now.get(leadId))
}
