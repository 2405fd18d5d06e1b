export type GatewayConfig = {
  clientId: string
  clientSecret: string
  /** Where browsers reach the gateway: an origin, without a path. */
  publicUrl: URL
  /** What the cookies are sealed with. */
  sessionSecret: string
  host: string
  port: number
  /** With its last slash, as paths are appended to it. */
  apiUrl: URL
  authorizeUrl: URL
  tokenUrl: URL
  revokeUrl: URL
}

/** Everything that is wrong with the environment at once, one sentence a line; says no value of a secret. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'))
  }
}

/** The gateway's settings from environment variables. Throws `ConfigError`. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): GatewayConfig {
  const problems: string[] = []
  const value = (name: string) => env[name]?.trim() ?? ''

  function text(name: string, meaning: string): string {
    if (!value(name)) problems.push(`${name} is missing: ${meaning}.`)
    return value(name)
  }

  /** An https address, or a plain http one on this machine. */
  function address(name: string, fallback: string): URL {
    const given = value(name) || fallback
    const url = URL.canParse(given) ? new URL(given) : null
    if (!url) problems.push(`${name} is no address: it looks like ${fallback}.`)
    else if (!(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))))
      problems.push(`${name} must start with https:// (plain http:// is only for localhost).`)
    else if (url.username || url.password) problems.push(`${name} must not hold a user name or password.`)
    else if (url.search || url.hash) problems.push(`${name} must not hold a query or a fragment.`)
    return url ?? new URL(fallback)
  }

  function publicAddress(name: string): URL {
    if (!text(name, 'the address of the gateway in the browser, such as https://leads.example.com')) {
      return new URL('https://leads.example.com')
    }
    const url = address(name, 'https://leads.example.com')
    if (url.pathname !== '/')
      problems.push(`${name} must not hold a path: the gateway needs an origin of its own.`)
    return url
  }

  function secret(name: string): string {
    const found = text(name, 'at least 32 random characters, for example from `openssl rand -hex 32`')
    if (found && found.length < 32) {
      problems.push(`${name} has ${found.length} characters, at least 32 random ones are needed.`)
    }
    return found
  }

  function port(name: string, fallback: number): number {
    const given = value(name) || String(fallback)
    if (/^\d{1,5}$/.test(given) && Number(given) <= 65_535) return Number(given)
    problems.push(`${name} is no port: it is a whole number from 0 to 65535.`)
    return fallback
  }

  function base(url: URL): URL {
    return url.pathname.endsWith('/') ? url : new URL(`${url.href}/`)
  }

  const config = {
    clientId: text('CLOSE_CLIENT_ID', "the client id of your OAuth app, from Close's Settings → Developer"),
    clientSecret: text('CLOSE_CLIENT_SECRET', 'the client secret of the same OAuth app'),
    publicUrl: publicAddress('PUBLIC_URL'),
    sessionSecret: secret('SESSION_SECRET'),
    host: value('HOST') || '127.0.0.1',
    port: port('PORT', 8080),
    apiUrl: base(address('CLOSE_API_URL', 'https://api.close.com/api/v1/')),
    authorizeUrl: address('CLOSE_AUTHORIZE_URL', 'https://app.close.com/oauth2/authorize/'),
    tokenUrl: address('CLOSE_TOKEN_URL', 'https://api.close.com/oauth2/token/'),
    revokeUrl: address('CLOSE_REVOKE_URL', 'https://api.close.com/oauth2/revoke/'),
  }
  if (problems.length) throw new ConfigError(problems)
  return config
}

function isLoopback(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
