import { expect, test, vi } from 'vitest'
import { createDemoPage } from './demo-controls.ts'
import { DEFAULT_SESSION } from './demo-switches.ts'

function openPage() {
  const world = {
    remember: vi.fn(),
    open: vi.fn(async () => ({ isPersistent: false })),
    startOver: vi.fn(async () => {}),
    setConditions: vi.fn(),
  }
  return { world, page: createDemoPage({ ...DEFAULT_SESSION, fail: 'GET /me/ 500@1' }, world) }
}

test('switches work at once and are remembered', () => {
  const { page, world } = openPage()
  expect(page.fault('GET', '/me/')).toBe(500)
  expect(page.fault('GET', '/me/')).toBeUndefined()
  page.setSwitches({ latency: 200 })
  expect(page.latency()).toBe(200)
  page.setSwitches({ fail: 'GET /me/ network@1' })
  expect(page.fault('GET', '/me/')).toBe('network')
  expect(page.getSettings()).toMatchObject({ latency: 200, fail: 'GET /me/ network@1' })
  expect(world.remember).toHaveBeenLastCalledWith({
    ...DEFAULT_SESSION,
    latency: 200,
    fail: 'GET /me/ network@1',
  })
})

test('the engine hears of named switches and of the clock, at the start and when they change', () => {
  const { page, world } = openPage()
  expect(world.setConditions).toHaveBeenLastCalledWith(expect.objectContaining({ switches: '', now: '' }))
  page.setSwitches({ latency: 5 })
  expect(world.setConditions).toHaveBeenCalledOnce()
  page.setSwitches({ switches: 'slowMerge=3000' })
  expect(world.setConditions).toHaveBeenLastCalledWith(
    expect.objectContaining({ switches: 'slowMerge=3000' }),
  )
  expect(() => page.setSwitches({ switches: 'oops' })).toThrow('"oops"')
  expect(page.getSettings()).toMatchObject({ latency: 5, switches: 'slowMerge=3000' })
})

test('switches that make no sense are refused and change nothing', () => {
  const { page, world } = openPage()
  expect(() => page.setSwitches({ fail: 'oops', latency: 5 })).toThrow('"oops"')
  expect(() => page.setSwitches({ latency: -1, fail: '' })).toThrow('"latency"')
  expect(page.fault('GET', '/me/')).toBe(500)
  expect(page.latency()).toBe(0)
  expect(world.remember).not.toHaveBeenCalled()
})

test('the page hears when its data is replaced', async () => {
  const { page, world } = openPage()
  const listener = vi.fn()
  const stop = page.onDataReplaced(listener)
  await page.reset()
  await page.changeDataSet({ leads: 10 })
  expect(world.open).toHaveBeenCalledWith({ leads: 10, seed: 1 })
  expect(page.getSettings()).toMatchObject({ leads: 10, isPersistent: false })
  page.replaced()
  expect(listener).toHaveBeenCalledTimes(3)
  stop()
  page.replaced()
  expect(listener).toHaveBeenCalledTimes(3)
  await expect(page.changeDataSet({ leads: 1e9 })).rejects.toThrow('"leads"')
})
