import { ok, type Call, type Reply } from '#mocks/engine/call.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown } from '#mocks/engine/http/validate.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { erase, insert, newRecord, update } from '#mocks/engine/writes/save.ts'
import { allOf, find, send, sendPage } from './crud.ts'

/** `/email_template/`, the part that a lead manager needs. Source: contract 3, 6. */

export function listEmailTemplates(call: Call): Reply {
  return sendPage(call, 'email_template', allOf(call, 'email_template'), { maxLimit: 100 })
}

export function postEmailTemplate(call: Call): Reply {
  const template = { ...newRecord(call, 'tmpl_'), ...read(call, undefined) }
  return send(call, 'email_template', insert(call, 'email_template', template))
}

export function getEmailTemplate(call: Call): Reply {
  return send(call, 'email_template', find(call, 'email_template', 'EmailTemplate'))
}

export function putEmailTemplate(call: Call): Reply {
  const template = find(call, 'email_template', 'EmailTemplate')
  const next = { ...template, ...read(call, template) }
  return send(call, 'email_template', update(call, 'email_template', next))
}

export function deleteEmailTemplate(call: Call): Reply {
  erase(call, 'email_template', find(call, 'email_template', 'EmailTemplate'))
  return ok({})
}

function read(call: Call, before: Rec | undefined): Record<string, unknown> {
  const problems = new Problems()
  const given = readKnown(
    call.body,
    {
      name: check.required(check.text),
      subject: check.emptyAs('', check.text),
      body: check.emptyAs('', check.text),
      is_shared: check.bool,
      is_archived: check.bool,
    },
    problems,
    before ? [] : ['name'],
  )
  problems.refuse()
  return given
}
