import { resumeSession, type SignIn } from '#data/sign-in.ts'
import { SIGN_IN_CHANNEL } from '#lib/gateway-marks.ts'
import { useEffect, useState } from 'react'

/**
 * Goes on by itself once the person has signed in at the gateway, in whatever window: its last page tells all
 * tabs and, should that fail, coming back to this one is reason enough to look. `atOnce` looks right away.
 * Returns what came of the last look that there is something to say about.
 */
export function useGatewayReturn({ atOnce }: { atOnce: boolean }): SignIn | null {
  const [outcome, setOutcome] = useState<SignIn | null>(null)
  useEffect(() => {
    let [isLooking, isOver] = [false, false]
    const look = async () => {
      if (isLooking || document.visibilityState === 'hidden') return
      isLooking = true
      const next = await resumeSession()
      isLooking = false
      // Nobody being signed in yet is no news.
      if (!isOver) setOutcome(next.kind === 'wrong' ? null : next)
    }
    const lookNow = () => void look()
    const channel = new BroadcastChannel(SIGN_IN_CHANNEL)
    channel.addEventListener('message', lookNow)
    addEventListener('focus', lookNow)
    addEventListener('pageshow', lookNow)
    document.addEventListener('visibilitychange', lookNow)
    if (atOnce) lookNow()
    return () => {
      isOver = true
      channel.close()
      removeEventListener('focus', lookNow)
      removeEventListener('pageshow', lookNow)
      document.removeEventListener('visibilitychange', lookNow)
    }
  }, [atOnce])
  return outcome
}
