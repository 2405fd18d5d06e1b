import type { Activity } from '#model/activity.ts'
import type { ReactNode } from 'react'

/** What the person may do with activities of their own, once they are opened. */
export type OwnActivities = {
  is: (activity: Activity) => boolean
  /** The opened activity: what it says, with what can be done about it. */
  frame: (activity: Activity, details: ReactNode) => ReactNode
}
