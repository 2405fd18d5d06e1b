import { useSelector } from '@tanstack/react-store'

import { session, type Session } from './session.ts'

/** Who is signed in, as far as is known. */
export function useSession(): Session {
  return useSelector(session)
}
