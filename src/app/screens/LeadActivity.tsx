import { settingsQueries } from '#data/settings-queries.ts'
import { useRefusedActivities } from '#data/use-children.ts'
import { ActivityMark } from '#features/composer/ActivityMark.tsx'
import { ActivityState } from '#features/composer/ActivityState.tsx'
import { Composer, type ComposerProps } from '#features/composer/Composer.tsx'
import { OwnActivity } from '#features/composer/OwnActivity.tsx'
import type { OwnActivities } from '#features/timeline/own-activities.ts'
import { Timeline } from '#features/timeline/Timeline.tsx'
import type { Contact, LeadRow } from '#model/lead.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo, type RefObject } from 'react'

const NOBODY: readonly Contact[] = []

/** What happened on a lead, with the place to write on top; own notes and calls can be changed where they stand. */
export function LeadActivity({
  lead,
  scroller,
  writing,
  onWrite,
}: Pick<ComposerProps, 'writing' | 'onWrite'> & {
  lead: LeadRow
  /** What it scrolls in. */
  scroller: RefObject<HTMLElement | null>
}) {
  const me = useQuery(settingsQueries.me()).data
  const { id: leadId, contacts = NOBODY } = lead
  const refused = useRefusedActivities(leadId)
  const own = useMemo(
    (): OwnActivities => ({
      is: ({ _type, user_id }) => (_type === 'Note' || _type === 'Call') && !!user_id && user_id === me?.id,
      frame: (activity, details) => (
        <OwnActivity leadId={leadId} activity={activity} contacts={contacts}>
          {details}
        </OwnActivity>
      ),
      mark: ({ id }) => <ActivityMark id={id} />,
      refused,
      state: (id, activity) => <ActivityState {...{ id, activity, contacts }} />,
    }),
    [me?.id, leadId, contacts, refused],
  )
  return (
    <Timeline leadId={leadId} contacts={contacts} changed={lead.date_updated} scroller={scroller} own={own}>
      <Composer leadId={leadId} contacts={contacts} writing={writing} onWrite={onWrite} />
    </Timeline>
  )
}
