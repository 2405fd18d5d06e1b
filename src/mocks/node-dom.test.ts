// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { installTestServer } from './node.ts'

test('a page under test can use fetch as ever', async () => {
  const server = installTestServer({ leads: 2 })
  try {
    const controller = new AbortController()
    const list = await fetch('/api/v1/lead/?_limit=1', { signal: controller.signal })
    expect(list.headers.get('content-type')).toContain('application/json')
    expect(await list.json()).toMatchObject({ has_more: true, total_results: 2 })
    const created = await fetch('/api/v1/lead/', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'Déjà vu' }),
    })
    expect(await created.json()).toMatchObject({ name: 'Déjà vu' })
    controller.abort()
    const aborted = fetch('/api/v1/me/', { signal: controller.signal })
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' })
  } finally {
    server.uninstall()
  }
})
