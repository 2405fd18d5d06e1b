import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { GATEWAY_META } from '#lib/gateway-marks.ts'
import type { Context, Handler } from 'hono'

type StaticFile = {
  type: string
  etag: string
  cacheControl: string
  bodies: { encoding: 'br' | 'gzip' | ''; bytes: Uint8Array<ArrayBuffer> }[]
}

/** By address: `/assets/index-BX2f.js`. The page for browsers that are not signed in has the name below. */
export type StaticFiles = ReadonlyMap<string, StaticFile>

const PAGE = '/index.html'
export const SIGNED_OUT_PAGE = 'signed-out' // no address: those begin with a slash

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

const COMPRESSIBLE = /^(text\/|image\/svg|application\/(json|manifest))/

const compressGzip = promisify(gzip)
const compressBrotli = promisify(brotliCompress)

/**
 * Reads a build into memory, compressed ahead. What is served is this list and nothing else: no address of a
 * request ever becomes a path on the disk. A newer build takes effect at the next start.
 */
export async function loadStaticFiles(folder: string): Promise<StaticFiles> {
  const files = new Map<string, StaticFile>()
  async function load(path: string) {
    for (const entry of await readdir(join(folder, path), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue
      const address = `${path}/${entry.name}`
      if (entry.isDirectory()) await load(address)
      else if (entry.isFile()) {
        const bytes = new Uint8Array(await readFile(join(folder, address)))
        files.set(encodeURI(address), await packFile(bytes, address))
      }
    }
  }
  await load('')
  if (!files.has(PAGE)) throw new Error(`${folder} has no index.html`)
  const html = await readFile(join(folder, PAGE), 'utf8')
  files.set(PAGE, await packFile(marked(html, 'signed-in'), PAGE))
  files.set(SIGNED_OUT_PAGE, await packFile(marked(html, 'signed-out'), PAGE))
  return files
}

/** Tells the app that it is the gateway's, so that it neither asks for a key nor tries whether it needs one. */
function marked(html: string, content: 'signed-in' | 'signed-out'): Uint8Array<ArrayBuffer> {
  const meta = `<meta name="${GATEWAY_META}" content="${content}">`
  return new TextEncoder().encode(html.replace('<title>', `${meta}<title>`))
}

async function packFile(bytes: Uint8Array<ArrayBuffer>, address: string): Promise<StaticFile> {
  const type = TYPES[extname(address)] ?? 'application/octet-stream'
  const bodies: StaticFile['bodies'] = [{ encoding: '', bytes }]
  if (COMPRESSIBLE.test(type) && bytes.length > 1000) {
    bodies.unshift(
      {
        encoding: 'br',
        bytes: new Uint8Array(
          await compressBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
        ),
      },
      { encoding: 'gzip', bytes: new Uint8Array(await compressGzip(bytes, { level: 9 })) },
    )
  }
  return {
    type,
    etag: `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    // A name with a hash in it never stands for anything else.
    cacheControl: /^\/assets\/.+-[\w-]{8}\.\w+$/.test(address)
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    bodies,
  }
}

/** Answers with a file of the build, or with its page where a browser goes to an address of the app. */
export function serveStaticFiles(files: StaticFiles, isSignedIn: (c: Context) => Promise<boolean>): Handler {
  return async (c) => {
    const { pathname } = new URL(c.req.url)
    const isPage =
      pathname === '/' ||
      pathname === PAGE ||
      (!files.has(pathname) && isNavigation(pathname, c.req.raw.headers))
    const file = files.get(isPage ? ((await isSignedIn(c)) ? PAGE : SIGNED_OUT_PAGE) : pathname)
    if (!file) return c.text('Not found', 404)
    const headers = {
      'content-type': file.type,
      'cache-control': file.cacheControl,
      etag: file.etag,
      vary: isPage ? 'Accept-Encoding, Cookie' : 'Accept-Encoding',
    }
    if (c.req.header('if-none-match')?.includes(file.etag)) return c.body(null, 304, headers)
    const accepted = (c.req.header('accept-encoding') ?? '').split(/[\s,;]+/)
    const body = file.bodies.find(({ encoding }) => encoding === '' || accepted.includes(encoding))
    if (!body) return c.text('Not found', 404)
    return c.body(body.bytes, 200, {
      ...headers,
      'content-length': String(body.bytes.length),
      ...(body.encoding ? { 'content-encoding': body.encoding } : {}),
    })
  }
}

/** A browser that opens an address, not a script or a style that is missing. */
function isNavigation(pathname: string, headers: Headers): boolean {
  if (/^\/(api|auth|assets)(\/|$)|\.\w+$/.test(pathname)) return false
  const mode = headers.get('sec-fetch-mode')
  return mode === null ? (headers.get('accept') ?? '').includes('text/html') : mode === 'navigate'
}
