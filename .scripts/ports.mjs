import { connect, createServer } from 'node:net'
import { stop } from './project.mjs'

/**
 * @param {string} host
 * @param {number} port
 */
const answers = (host, port) =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 500 })
    /** @param {boolean} yes */
    const settle = (yes) => {
      socket.destroy()
      resolve(yes)
    }
    socket.once('connect', () => settle(true))
    socket.once('timeout', () => settle(false))
    socket.once('error', () => settle(false))
  })

/**
 * Stops the script if another server has the port, be it on IPv4 or on IPv6: browsers try both for `localhost`.
 * @param {number} port
 * @param {string} remedy how to choose another one
 */
export async function demandFreePort(port, remedy) {
  const taken = await Promise.all([answers('127.0.0.1', port), answers('::1', port)])
  if (taken.includes(true)) stop(`Port ${port} is in use by another program; ${remedy}.`)
}

/** @param {number} [port] 0 for any; resolves to it if nobody uses it, else to 0 */
const tryPort = (port = 0) =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => (port ? resolve(0) : reject(error)))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/**
 * @param {number} [count] how many in a row
 * @returns {Promise<number>} the first of ports that nobody uses at the moment
 */
export async function freePort(count = 1) {
  for (;;) {
    const first = await tryPort()
    const others = await Promise.all(Array.from({ length: count - 1 }, (_, i) => tryPort(first + i + 1)))
    if (others.every((port) => port > 0)) return first
  }
}
