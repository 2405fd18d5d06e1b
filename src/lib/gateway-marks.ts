/*
 * What the gateway and the app it serves agree on.
 */

/** A `meta` element of the page that only the gateway writes; its content is `signed-in` or `signed-out`. */
export const GATEWAY_META = 'leadlight-gateway'

/** Names the user a page works for. The gateway refuses it when somebody else has signed in since. */
export const USER_HEADER = 'x-leadlight-user'

/** Where a sign-in beside the app ends, in a window of its own. */
export const SIGNED_IN_PATH = '/auth/signed-in'

/** The BroadcastChannel on which that window says so, to all tabs. */
export const SIGN_IN_CHANNEL = 'leadlight-sign-in'
