// @vitest-environment happy-dom
import { installTestServer, type TestServer } from '#mocks/node.ts'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'

import { knownLead } from './known-row.ts'
import { leadQueries } from './lead-queries.ts'
import { clearLedger, ledger } from './ledger.ts'
import { sendNow } from './log.ts'
import { noteUpdate, settled } from './operations.ts'
import { testClient } from './testing.tsx'
import { redoLast, startUndo, undoLast, undoStacks } from './undo.ts'

let server: TestServer & { uninstall(): void }
afterEach(() => {
  server.uninstall()
  clearLedger()
})

async function openLeads() {
  server = installTestServer({ leads: 4 })
  const { client } = testClient()
  onTestFinished(startUndo(client))
  const leads = []
  for (const { id } of server.state.all('lead')) leads.push(await client.fetchQuery(leadQueries.detail(id)))
  return { client, leads }
}

test('a contact that was moved to another lead is moved back', async () => {
  const { client, leads } = await openLeads()
  const from = leads.find(({ contacts }) => contacts.length > 0)
  const to = leads.find(({ id }) => id !== from?.id)
  const contact = from?.contacts[0]
  if (!from || !to || !contact) throw new Error('The seed has no such leads')

  const place = { leadId: from.id, object: 'contact', id: contact.id } as const
  await settled(noteUpdate(client, place, { lead_id: to.id }))
  expect(server.state.get('contact', contact.id)?.['lead_id']).toBe(to.id)
  await vi.waitFor(() => expect(undoStacks.state.undo).toHaveLength(1))
  client.removeQueries({ queryKey: leadQueries.detail(to.id).queryKey })
  await client.fetchQuery(leadQueries.detail(to.id))

  expect(undoLast(client).kind).toBe('started')
  await vi.waitFor(() => expect(server.state.get('contact', contact.id)?.['lead_id']).toBe(from.id))
})

test('what was undone before it was sent can be done again', async () => {
  const { client, leads } = await openLeads()
  const [lead] = leads
  if (!lead) throw new Error('There is no lead')
  server.setFaults('PUT * network')
  noteUpdate(client, { leadId: lead.id, object: 'lead', id: lead.id }, { name: 'Later' }, {})
  expect(undoLast(client).kind).toBe('forgotten')
  expect(ledger.state.operations).toEqual([])
  expect(knownLead(client, lead.id)?.name).toBe(lead.name)

  server.setFaults('')
  expect(redoLast(client).kind).toBe('started')
  sendNow()
  await vi.waitFor(() => expect(server.state.get('lead', lead.id)?.['name']).toBe('Later'))
})
