import { createTestServer, idOf, type Json, type TestServer } from '#mocks/engine/test-server.ts'

/** A server with some of everything that a request can be about; its ids are the same each time. */
export function prepare(): TestServer {
  const server = createTestServer()
  const id = (path: string, body: Json) => idOf(server.ok('POST', path, body))
  const objectType = id('/custom_object_type/', { name: 'Site', name_plural: 'Sites' })
  const activityType = id('/custom_activity/', { name: 'Visit' })
  const many = { accepts_multiple_values: true }
  const keys = [
    { name: 'Text', type: 'text' },
    { name: 'Number', type: 'number' },
    { name: 'Day', type: 'date' },
    { name: 'Moment', type: 'datetime' },
    { name: 'Choice', type: 'choices', choices: ['a', 'b'] },
    { name: 'Many', type: 'choices', choices: ['a', 'b', 'c'], ...many },
    { name: 'User', type: 'user', ...many },
    { name: 'Contact', type: 'contact', ...many },
    { name: 'Site', type: 'custom_object', referenced_custom_type_id: objectType, ...many },
    { name: 'Closed', type: 'text', editable_with_roles: ['user'] },
  ].map((body) => `custom.${id('/custom_field/lead/', body)}`)
  id('/custom_field/contact/', { name: 'Text', type: 'text' })
  id('/custom_field/opportunity/', { name: 'Number', type: 'number' })
  id('/custom_field/activity/', {
    name: 'T',
    type: 'textarea',
    custom_activity_type_id: activityType,
    required: true,
  })
  id('/custom_field/custom_object_type/', { name: 'N', type: 'number', custom_object_type_id: objectType })
  const shared = id('/custom_field/shared/', { name: 'S', type: 'text' })
  for (const body of [
    { object_type: 'lead' },
    { object_type: 'custom_activity_type', custom_activity_type_id: activityType, required: true },
    { object_type: 'custom_object_type', custom_object_type_id: objectType },
  ]) {
    server.ok('POST', `/custom_field/shared/${shared}/association/`, body)
  }
  const contacts = [{ name: 'B', emails: [{ email: 'b@x.example' }], phones: [{ phone: '+12025550143' }] }]
  const addresses = [{ label: 'business', city: 'Leeds', country: 'GB' }]
  const [text = ''] = keys
  const leads = ['A', 'B', null].map((name) => id('/lead/', { name, contacts, addresses, [text]: 'a' }))
  const lead_id = leads[0]
  id('/opportunity/', { lead_id, value: 100, value_period: 'monthly' })
  id('/opportunity/', { lead_id, status: 'Won' })
  id('/task/', { lead_id, text: 'a', date: '2026-03-05' })
  id('/task/', { lead_id, _type: 'outgoing_call', is_complete: true })
  id('/custom_object/', { lead_id, custom_object_type_id: objectType, name: 'North' })
  id('/activity/note/', { lead_id, note: 'a' })
  id('/activity/call/', { lead_id, duration: 5 })
  for (const status of ['draft', 'inbox', 'sent']) {
    id('/activity/email/', { lead_id, status, sender: 'b@x.example', subject: 'Hi' })
  }
  id('/activity/sms/', { lead_id, status: 'draft', text: 'a' })
  id('/activity/whatsapp_message/', { lead_id, external_whatsapp_message_id: 'w', message_markdown: 'a' })
  const sharedKey = `custom.${shared}`
  server.call('POST', '/activity/custom/', {
    lead_id,
    custom_activity_type_id: activityType,
    status: 'draft',
    [sharedKey]: 'a',
  })
  server.ok('PUT', `/lead/${lead_id}/`, { status: 'Qualified' })
  const made = {
    lead_id,
    activity_at: '2026-03-04T08:00:00.000000+00:00',
    date_created: '2026-03-04T08:00:00.000000+00:00',
  }
  for (const _type of ['Meeting', 'FormSubmission']) {
    server.state.apply([
      { table: 'activity', id: `acti_${_type}`, record: { id: `acti_${_type}`, _type, ...made } },
    ])
  }
  const [opportunity] = server.state.all('opportunity')
  server.ok('PUT', `/opportunity/${opportunity?.id}/`, { status: 'Lost' })
  const [source, destination] = ['C', 'D'].map((name) => id('/lead/', { name }))
  server.ok('POST', '/lead/merge/', { source, destination })
  id('/pipeline/', { name: 'Empty' })
  id('/custom_activity/', { name: 'Unused' })
  id('/custom_object_type/', { name: 'Unused', name_plural: 'Unused' })
  const everyLead = { type: 'object_type', object_type: 'lead' }
  id('/saved_search/', { name: 'V', s_query: { query: everyLead }, is_shared: true })
  id('/saved_search/', { name: 'Old', query: 'a' })
  id('/outcome/', { name: 'O' })
  id('/outcome/', { name: 'V', type: 'vm-dropped' })
  const template_id = id('/email_template/', { name: 'M', subject: 'Hi {{ contact.first_name }}' })
  const sequence_id = id('/sequence/', { name: 'Q', steps: [{ step_type: 'call' }] })
  const [contact_id] = server.ok('GET', `/lead/${lead_id}/`)['contact_ids'] as string[]
  id('/sequence_subscription/', { sequence_id, contact_id })
  id('/bulk_action/email/', { template_id, s_query: everyLead, results_limit: 1 })
  id('/bulk_action/sequence_subscription/', { action_type: 'pause', s_query: everyLead })
  id('/bulk_action/edit/', { type: 'clear_custom_field', custom_field_name: 'Text', s_query: everyLead })
  id('/bulk_action/delete/', { s_query: { type: 'object_type', object_type: 'task' }, results_limit: 1 })
  id('/export/lead/', { format: 'csv', type: 'leads' })
  id('/integration_link/', { name: 'L', type: 'lead', url: 'https://x.example/{{ lead.id }}' })
  id('/webhook/', { url: 'https://x.example', events: [{ object_type: 'lead', action: 'created' }] })
  id('/role/', { name: 'R', permissions: ['export'] })
  return server
}
