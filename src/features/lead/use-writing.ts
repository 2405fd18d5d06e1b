import { useCallback, useState } from 'react'

/** A form for something new that is open; `time` counts how often one was opened. */
export type Writing = { what: 'note' | 'call'; time: number }

/** Which form is open on a lead's timeline, and how to open one (again) or close it. On another lead none is. */
export function useWriting(leadId: string): [Writing | null, (what: Writing['what'] | null) => void] {
  const [state, setState] = useState<{ leadId: string; what: Writing['what'] | null; time: number }>({
    leadId,
    what: null,
    time: 0,
  })
  const write = useCallback(
    (what: Writing['what'] | null) => setState(({ time }) => ({ leadId, what, time: time + 1 })),
    [leadId],
  )
  const isOpen = state.leadId === leadId && state.what !== null
  return [isOpen && state.what ? { what: state.what, time: state.time } : null, write]
}
