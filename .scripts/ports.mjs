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

/** @returns {Promise<number>} a port nobody uses at the moment */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
