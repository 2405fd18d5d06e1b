import type { CustomKey } from '#model/custom-key.ts'
import { asList } from '#model/lead-patch.ts'
import type { Operation } from '#model/operation.ts'
import * as fc from 'fast-check'

import { openLog } from './log-store.ts'
import type { Tab } from './many-tabs.ts'

/*
 * Random lives of a lead in two tabs, on a network and a server that fail: what is on the screen in the end is
 * what the server has, nothing that was acknowledged is lost, nothing happened twice. For tests.
 */

type Fields = Readonly<Record<string, unknown>>

export type Step =
  | { do: 'name' | 'add' | 'contact' | 'undo' | 'redo' | 'read' | 'retry' | 'discard' | 'reload'; tab: 0 | 1 }
  | { do: 'remove' | 'removeContact' | 'renameContact'; tab: 0 | 1; which: number }
  | { do: 'colleague'; what: 'name' | 'add' }
  | { do: 'network'; mode: Mode; requests: number }
  | { do: 'wait'; ms: number }

/** What the network does to a request: `lost` reaches the server and its answer does not come back. */
type Mode = 'down' | 'lost' | '500' | '503' | 'slow'

const tab = fc.constantFrom<(0 | 1)[]>(0, 1)
const which = fc.nat(20)

/** One step; what people do most is most likely. */
export const STEP: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constantFrom('name' as const, 'add' as const, 'contact' as const), tab }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('remove' as const, 'removeContact' as const, 'renameContact' as const),
      tab,
      which,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const), tab }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('read' as const, 'retry' as const, 'discard' as const, 'reload' as const),
      tab,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('colleague' as const),
      what: fc.constantFrom('name' as const, 'add' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('network' as const),
      mode: fc.constantFrom<Mode[]>('down', 'lost', '500', '503', 'slow'),
      requests: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 12 }) }),
  },
)

/** An empty organisation behind the API. */
type Server = { fetch: typeof globalThis.fetch }

let lives = 0

/** Lives through the steps and throws an `Error` that says what is wrong in the end; tells how many requests it took. */
export async function live(
  tabs: readonly [Tab, Tab],
  server: Server,
  steps: readonly Step[],
): Promise<number> {
  lives += 1
  const network = createNetwork(server)
  const original = globalThis.fetch
  globalThis.fetch = (input, init) => network.fetch(input, init)
  const name = `life-${lives}`
  try {
    const { id, field } = await prepare(server)
    const life = createLife(tabs, server, id, field, name)
    for (const tab of tabs) {
      tab.open(name)
      await tab.read(id)
    }
    for (const step of steps) {
      if (step.do === 'network') network.set(step.mode, step.requests)
      else await life.take(step)
    }
    network.heal()
    await life.settle()
    await life.check()
    return network.count()
  } finally {
    for (const tab of tabs) tab.close()
    await pause(5) // what they told each other must not reach the next life
    globalThis.fetch = original
  }
}

/** Values of a choices field that may be added; a choices field takes no others. */
const CHOICES = Array.from({ length: 60 }, (_, i) => `own ${i}`)
const THEIRS = Array.from({ length: 60 }, (_, i) => `theirs ${i}`)

async function prepare(server: Server): Promise<{ id: string; field: CustomKey }> {
  const made = await ask(server, 'POST', '/custom_field/lead/', {
    name: 'Things',
    type: 'choices',
    accepts_multiple_values: true,
    choices: [...CHOICES, ...THEIRS],
  })
  const lead = await ask(server, 'POST', '/lead/', { name: 'Lead', contacts: [{ name: 'Somebody' }] })
  return { id: String(lead['id']), field: `custom.${String(made['id'])}` }
}

async function ask(server: Server, method: string, path: string, body?: Fields): Promise<Fields> {
  const answer = await server.fetch(`/api/v1${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
  return JSON.parse(text) as Fields
}

function createNetwork(server: Server) {
  let mode: Mode | null = null
  let left = 0
  let sent = 0
  const refuse = (status: number) =>
    new Response(JSON.stringify({ error: 'on purpose' }), {
      status,
      headers: { 'content-type': 'application/json' },
    })
  return {
    set(next: Mode, requests: number) {
      mode = next
      left = requests
    },
    heal() {
      mode = null
    },
    count: () => sent,
    async fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
      sent += 1
      const now = left > 0 ? mode : null
      left -= 1
      if (now === 'down') throw new TypeError('Failed to fetch')
      if (now === '500' || now === '503') return refuse(Number(now))
      if (now === 'slow') await pause(6)
      const answer = await server.fetch(input, init)
      if (now === 'slow') await pause(6)
      if (now === 'lost') throw new TypeError('Failed to fetch')
      init?.signal?.throwIfAborted()
      return answer
    },
  }
}

function createLife(tabs: readonly [Tab, Tab], server: Server, id: string, field: CustomKey, log: string) {
  let made = 0
  /** Whether each thing should be there in the end: values of the field, names of contacts. */
  const wanted = new Map<string, boolean>()
  /** What an operation means for such a thing. */
  const effects = new Map<string, { thing: string; isThere: boolean }>()

  function note(operation: Operation, thing: string, isThere: boolean): void {
    effects.set(operation.id, { thing, isThere })
    wanted.set(thing, isThere)
  }

  /** What was taken back too late is reversed by an operation of the log’s own. */
  function effectOf({ id }: Operation): { thing: string; isThere: boolean } | undefined {
    const effect = effects.get(id.replace(/-r$/, ''))
    return effect && id.endsWith('-r') ? { ...effect, isThere: !effect.isThere } : effect
  }

  const place = { leadId: id, object: 'lead' as const, id }
  const valuesOf = (lead: Fields | undefined) => asList(lead?.[field]).map(String)
  const contactsOf = (tab: Tab) =>
    ((tab.lead(id)?.contacts ?? []) as Fields[]).filter((contact) =>
      String(contact['name']).startsWith('contact'),
    )

  async function take(step: Exclude<Step, { do: 'network' }>): Promise<void> {
    if (step.do === 'wait') return pause(step.ms)
    if (step.do === 'colleague') {
      const value = THEIRS[(made += 1)]
      await ask(
        server,
        'PUT',
        `/lead/${id}/`,
        step.what === 'name' ? { name: value } : { [`${field}.add`]: value },
      )
      return
    }
    const tab = tabs[step.tab]
    const { client } = tab
    switch (step.do) {
      case 'name':
        tab.noteUpdate(client, place, { name: `name ${(made += 1)}` })
        return
      case 'add': {
        const value = CHOICES[(made += 1)] ?? ''
        note(tab.noteUpdate(client, place, { [`${field}.add`]: value }), value, true)
        return
      }
      case 'remove': {
        const own = valuesOf(tab.lead(id)).filter((value) => value.startsWith('own'))
        const value = own[step.which % own.length]
        if (value !== undefined)
          note(tab.noteUpdate(client, place, { [`${field}.remove`]: value }), value, false)
        return
      }
      case 'contact': {
        const name = `contact ${(made += 1)}`
        note(tab.noteCreation(client, { leadId: id, object: 'contact' }, { name }), name, true)
        return
      }
      case 'removeContact': {
        const contacts = contactsOf(tab)
        const contact = contacts[step.which % contacts.length]
        if (!contact) return
        const deletion = tab.noteDeletion(
          client,
          { leadId: id, object: 'contact', id: String(contact['id']) },
          { was: contact },
        )
        note(deletion, String(contact['name']), false)
        return
      }
      case 'renameContact': {
        const contacts = contactsOf(tab)
        const contact = contacts[step.which % contacts.length]
        if (!contact) return
        tab.noteUpdate(
          client,
          { leadId: id, object: 'contact', id: String(contact['id']) },
          { title: `title ${(made += 1)}` },
        )
        return
      }
      case 'undo':
      case 'redo': {
        const result = step.do === 'undo' ? tab.undo.undoLast(client) : tab.undo.redoLast(client)
        if (result.kind !== 'forgotten' && result.kind !== 'started') return
        const effect = effectOf(result.of)
        if (!effect) return
        if (result.kind === 'started') note(result.by, effect.thing, !effect.isThere)
        else giveUp(result.of)
        return
      }
      case 'read':
        await tab.read(id).catch(() => {}) // the network may be down
        return
      case 'retry':
      case 'discard':
        await onDisk() // nobody decides in one tab before the other tab's decision shows
        decide(tab, step.do)
        await onDisk()
        return
      case 'reload':
        await kept(tab)
        tab.close()
        tab.open(log)
        await tab.read(id).catch(() => {})
        return
    }
  }

  /** As the buttons at a field do. */
  function decide(tab: Tab, how: 'retry' | 'discard'): void {
    for (const operation of tab.operations()) {
      const { kind } = operation.state
      if (kind !== 'failed' && kind !== 'conflict') continue
      const effect = effectOf(operation)
      if (how === 'discard') {
        giveUp(operation)
        tab.dropOperations([operation.id])
      } else {
        if (effect && isOnly(effect.thing)) note(operation, effect.thing, effect.isThere)
        else if (effect) wanted.delete(effect.thing)
        if (operation.do === 'update') tab.retryEdit(operation)
        else tab.retryOperation(operation)
      }
    }
  }

  function giveUp(operation: Operation): void {
    const effect = effectOf(operation)
    if (!effect) return
    if (isOnly(effect.thing)) wanted.set(effect.thing, !effect.isThere)
    else wanted.delete(effect.thing)
  }

  /** After several operations about a thing, of which some were decided by hand, more than one end is right. */
  function isOnly(thing: string): boolean {
    return [...effects.values()].filter((effect) => effect.thing === thing).length === 1
  }

  /** What was just done is on disk, and known to the other tab, a moment later. */
  async function onDisk(): Promise<void> {
    const seen = (tab: Tab) => JSON.stringify(tab.operations().map(({ id, state }) => [id, state.kind]))
    for (let look = 0; look < 60; look += 1) {
      await pause(5)
      if (seen(tabs[0]) === seen(tabs[1])) return
    }
  }

  /** A page that only begins has its log open a moment later; what is done before that is not on disk yet. */
  async function kept(tab: Tab): Promise<void> {
    const disk = await openLog(log)
    for (let look = 0; look < 200; look += 1) {
      const ids = new Set((await disk.all()).map((one) => one.id))
      if (tab.operations().every((one) => ids.has(one.id))) break
      await pause(5)
    }
    disk.close()
  }

  /** With everything working again, until nothing waits. */
  async function settle(): Promise<void> {
    const disk = await openLog(log)
    let quiet = 0
    for (let round = 0; round < 1500; round += 1) {
      await onDisk()
      const left = tabs.flatMap((tab) => tab.operations()).length + (await disk.all()).length
      quiet = left > 0 ? 0 : quiet + 1
      if (quiet === 6) return disk.close() // what is taken back while it is being sent is reversed after its answer
      decide(tabs[round % 2 === 0 ? 0 : 1], round % 3 === 2 ? 'discard' : 'retry')
      for (const tab of tabs) tab.sendNow()
    }
    throw new Error(`Still waiting: ${JSON.stringify(tabs.map((tab) => tab.operations()))}`)
  }

  async function check(): Promise<void> {
    await pause(5)
    const truth = await ask(server, 'GET', `/lead/${id}/`)
    const picture = (lead: Fields | undefined) => ({
      name: lead?.['name'],
      values: valuesOf(lead).toSorted(),
      contacts: ((lead?.['contacts'] ?? []) as Fields[])
        .map((one) => JSON.stringify([one['name'], one['title'] || null]))
        .toSorted(),
    })
    for (const tab of tabs) {
      await tab.read(id)
      expectSame('screen and server', picture(tab.lead(id)), picture(truth))
      if (tab.operations().length > 0) throw new Error('Something lingers.')
    }
    const own = valuesOf(truth).filter((value) => value.startsWith('own'))
    const names = ((truth['contacts'] ?? []) as Fields[]).map(({ name }) => String(name))
    const there = [...own, ...names.filter((name) => name.startsWith('contact'))].toSorted()
    const expected = [...wanted].flatMap(([thing, isThere]) => (isThere ? [thing] : [])).toSorted()
    expectSame(
      'what was wanted and what there is',
      expected,
      there.filter((thing) => wanted.has(thing)),
    )
  }

  return { take, settle, check }
}

function expectSame(what: string, a: unknown, b: unknown): void {
  if (JSON.stringify(a) !== JSON.stringify(b)) {
    throw new Error(`Not the same, ${what}:\n${JSON.stringify(a)}\n${JSON.stringify(b)}`)
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
