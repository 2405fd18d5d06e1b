import type { Activity } from '#model/activity.ts'
import { clsx } from 'clsx'
import {
  ArrowRightLeft,
  CalendarDays,
  CircleCheck,
  CircleDollarSign,
  FileText,
  GitMerge,
  Mail,
  MessageSquare,
  PhoneIncoming,
  PhoneMissed,
  PhoneOutgoing,
  Sparkles,
  StickyNote,
} from 'lucide-react'
import type { ReactNode } from 'react'

import { activityKind, type ActivityKind } from './activity-kind.ts'

/** The sign of an activity's kind; its headline says the same in words. */
export function ActivityIcon({ activity }: { activity: Activity }) {
  const kind = activityKind(activity._type)
  return (
    <span
      aria-hidden
      className={clsx(
        'flex size-6 shrink-0 items-center justify-center rounded-full [&_svg]:size-3.5',
        BY_PEOPLE.has(kind) ? 'bg-accent-soft text-accent' : 'bg-chip text-muted',
      )}
    >
      {kind === 'call' ? callIcon(activity) : ICONS[kind]}
    </span>
  )
}

/** What somebody said or did stands out from what the system noted. */
const BY_PEOPLE: ReadonlySet<ActivityKind> = new Set(['note', 'call', 'email', 'message', 'meeting'])

const ICONS: Readonly<Record<Exclude<ActivityKind, 'call'>, ReactNode>> = {
  note: <StickyNote />,
  email: <Mail />,
  message: <MessageSquare />,
  meeting: <CalendarDays />,
  status: <ArrowRightLeft />,
  opportunity: <CircleDollarSign />,
  task: <CircleCheck />,
  merge: <GitMerge />,
  created: <Sparkles />,
  other: <FileText />,
}

function callIcon({ direction, disposition, status }: Activity): ReactNode {
  if (direction !== 'inbound' && direction !== 'incoming') return <PhoneOutgoing />
  return disposition === 'no-answer' || (!disposition && status === 'no-answer') ? (
    <PhoneMissed />
  ) : (
    <PhoneIncoming />
  )
}
