import { textOf } from '#mocks/engine/record.ts'
import type { Reader } from '#mocks/engine/state.ts'
import type { Switches } from '#mocks/engine/switches.ts'
import { plain } from './refusal.ts'

/**
 * The id of the calling user. HTTP Basic takes any non-empty key as user name, Bearer any token; one that is
 * on record speaks for its owner, any other one for the organisation's first user. Anything else is refused
 * with 401, or is that first user where the `requireAuth` switch is off. Source: Authentication; contract 2.
 */
export function authenticate(reader: Reader, header: string | undefined, switches: Switches): string {
  const key = keyIn(header)
  if (!key && switches.requireAuth) throw plain(401, 'Unauthorized')
  const owner = key ? textOf(reader.get('api_key', key), 'user_id') : null
  return owner ?? firstUserId(reader)
}

/** The user on whose behalf the demo acts. */
function firstUserId(reader: Reader): string {
  const caller = textOf(reader.get('meta', 'caller'), 'user_id')
  if (caller) return caller
  for (const user of reader.all('user')) return user.id
  return ''
}

function keyIn(header: string | undefined): string | undefined {
  const [, scheme, credentials] = /^(basic|bearer)\s+(\S+)\s*$/i.exec(header ?? '') ?? []
  if (!scheme || !credentials) return undefined
  if (scheme.toLowerCase() === 'bearer') return credentials
  try {
    return atob(credentials).split(':')[0]
  } catch {
    return undefined
  }
}
