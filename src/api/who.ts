import { meSchema, type Me } from '#model/organization.ts'

import { request } from './http.ts'

/** Whose `key` is, or whom requests without one act for: asked past the session. Contract 16. */
export function whoIs(key: string | null): Promise<Me> {
  return request('GET', '/me/', meSchema, { trial: { key } })
}
