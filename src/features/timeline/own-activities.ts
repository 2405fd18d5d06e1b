import type { Activity } from '#model/activity.ts'
import type { ReactNode } from 'react'

/** What the person may do with activities of their own, and what becomes of it. */
export type OwnActivities = {
  is: (activity: Activity) => boolean
  /** The opened activity: what it says, with what can be done about it. */
  frame: (activity: Activity, details: ReactNode) => ReactNode
  /** Beside its headline: that it is being saved. */
  mark: (activity: Activity) => ReactNode
  /** Ids of those that wait for the person, since something was refused. */
  refused: readonly string[]
  /** Under it: what is not on the server. Without an activity, of one that is out of sight. */
  state: (id: string, activity?: Activity) => ReactNode
}
