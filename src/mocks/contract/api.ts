import { isObject } from '#mocks/engine/record.ts'

export type Json = Record<string, unknown>

/** An answer as rules read it: `body` is an empty object where none was sent. */
export type Answer = { status: number; headers: Headers; text: string; body: Json }

/** How a rule reaches the server under test; it cannot tell through which door. Paths start after `/api/v1`. */
export type ContractApi = {
  /** Sends `body` as JSON, a text as it is, with a key; `headers` win over both. Redirects are not followed. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** The four below throw unless the answer is a success, and give its body. */
  get(path: string, headers?: Record<string, string>): Promise<Json>
  post(path: string, body: Json, headers?: Record<string, string>): Promise<Json>
  put(path: string, body: Json, headers?: Record<string, string>): Promise<Json>
  delete(path: string): Promise<Json>
  /** The objects of a list. */
  list(path: string): Promise<Json[]>
  /** Posts `body` and gives the id of what was made. */
  create(path: string, body?: Json): Promise<string>
  /** The `field-errors` of a call that is refused with 400 in shape B; throws on any other answer. */
  refuse(method: string, path: string, body?: unknown): Promise<Json>
  /** Moves the server's clock, which stands still otherwise. */
  pass(ms: number): void
}

/** Sends one request; `path` starts after `/api/v1`. */
export type Door = (path: string, init: RequestInit) => Promise<Response>

/** Makes a door comfortable. `pass` moves the clock of the server behind it. */
export function createContractApi(door: Door, pass: (ms: number) => void): ContractApi {
  const call: ContractApi['call'] = async (method, path, body, headers = {}) => {
    const response = await door(path, {
      method,
      redirect: 'manual',
      headers: {
        authorization: `Basic ${btoa('any-key:')}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: readBody(text) }
  }

  const ok = async (...request: Parameters<ContractApi['call']>): Promise<Json> => {
    const { status, body, text } = await call(...request)
    if (status >= 200 && status < 300) return body
    throw new Error(`${request[0]} ${request[1]} → ${status} ${text}`)
  }

  return {
    call,
    get: (path, headers) => ok('GET', path, undefined, headers),
    post: (path, body, headers) => ok('POST', path, body, headers),
    put: (path, body, headers) => ok('PUT', path, body, headers),
    delete: (path) => ok('DELETE', path),
    list: async (path) => (await ok('GET', path))['data'] as Json[],
    create: async (path, body = {}) => (await ok('POST', path, body))['id'] as string,
    async refuse(method, path, body) {
      const answer = await call(method, path, body)
      const { errors, 'field-errors': fields } = answer.body
      if (answer.status === 400 && Array.isArray(errors) && isObject(fields)) return fields
      throw new Error(`${method} ${path} → ${answer.status} ${answer.text}, not a refusal in shape B`)
    },
    pass,
  }
}

function readBody(text: string): Json {
  const body: unknown = text === '' ? {} : JSON.parse(text)
  return isObject(body) ? body : { value: body }
}
