import { GATEWAY_META, SIGNED_IN_PATH } from '#lib/gateway-marks.ts'

/*
 * The gateway for teams, where it serves this page: it signs people in at Close and keeps their tokens in a
 * cookie that no script can read.
 */

/** Whether this page is the gateway's and, if so, whether it had a session when the page was loaded. */
export function gatewaySession(): 'signed-in' | 'signed-out' | null {
  if (typeof document === 'undefined') return null
  const mark = document.querySelector<HTMLMetaElement>(`meta[name=${GATEWAY_META}]`)?.content
  return mark === 'signed-in' || mark === 'signed-out' ? mark : null
}

/** Where the person signs in; afterwards the gateway shows `returnTo`, a path of the app. */
export function gatewaySignInUrl(returnTo: string = SIGNED_IN_PATH): string {
  return `/auth/sign-in?return=${encodeURIComponent(returnTo)}`
}

let user: string | null = null

/** Sends nothing from now on that would act for anybody else than this user. Only the gateway knows how to tell. */
export function actFor(userId: string): void {
  user = gatewaySession() && userId
}

/** The id of the user whom requests must act for; null where nobody checks. */
export function actingFor(): string | null {
  return user
}
