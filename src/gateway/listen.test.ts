import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { listen } from './listen.ts'

test('stopping waits for the answers under way and takes no new requests', async () => {
  let finish = () => {}
  let begin = () => {}
  const begun = new Promise<void>((resolve) => (begin = resolve))
  const app = new Hono().get('/slow', async (c) => {
    begin()
    await new Promise<void>((resolve) => (finish = resolve))
    return c.text('done')
  })
  const server = await listen(app, { host: '127.0.0.1', port: 0 })
  const answer = fetch(`${server.url}slow`)
  await begun
  const closed = server.close()
  await expect(fetch(server.url)).rejects.toThrow()
  finish()
  expect(await (await answer).text()).toBe('done')
  await closed
})

test('stopping does not wait for ever', async () => {
  const app = new Hono().get('/stuck', () => new Promise<Response>(() => {}))
  const server = await listen(app, { host: '127.0.0.1', port: 0 })
  const answer = fetch(`${server.url}stuck`).catch(() => 'cut off')
  await new Promise((resolve) => setTimeout(resolve, 50))
  await server.close(50)
  expect(await answer).toBe('cut off')
})

test('a port in use is told', async () => {
  const server = await listen(new Hono(), { host: '127.0.0.1', port: 0 })
  const port = Number(new URL(server.url).port)
  await expect(listen(new Hono(), { host: '127.0.0.1', port })).rejects.toThrow('EADDRINUSE')
  await server.close(0)
})
