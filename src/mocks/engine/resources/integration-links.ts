import { ok, type Call, type Reply } from '#mocks/engine/call.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown } from '#mocks/engine/http/validate.ts'
import { demandPermission } from '#mocks/engine/permissions.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { erase, insert, newRecord, update } from '#mocks/engine/writes/save.ts'
import { allOf, find, send, sendPage } from './crud.ts'

/** `/integration_link/`: URL templates that are rendered on each object of their type. Source: contract 20. */

export function listIntegrationLinks(call: Call): Reply {
  return sendPage(call, 'integration_link', allOf(call, 'integration_link'), { maxLimit: 100 })
}

export function postIntegrationLink(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const link = { ...newRecord(call, 'ilink_'), ...read(call, undefined) }
  return send(call, 'integration_link', insert(call, 'integration_link', link))
}

export function getIntegrationLink(call: Call): Reply {
  return send(call, 'integration_link', find(call, 'integration_link', 'IntegrationLink'))
}

export function putIntegrationLink(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const link = find(call, 'integration_link', 'IntegrationLink')
  return send(call, 'integration_link', update(call, 'integration_link', { ...link, ...read(call, link) }))
}

export function deleteIntegrationLink(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  erase(call, 'integration_link', find(call, 'integration_link', 'IntegrationLink'))
  return ok({})
}

function read(call: Call, before: Rec | undefined): Record<string, unknown> {
  const problems = new Problems()
  const given = readKnown(
    call.body,
    {
      name: check.required(check.text),
      // A template need not be a URL before it is rendered, but it has to be one of a web page.
      url: check.required((value) => {
        if (!/^https?:\/\/\S/i.test(check.text(value) as string)) throw new check.ValueProblem('Invalid URL.')
        return value
      }),
      type: check.oneOf(['lead', 'contact', 'opportunity']),
    },
    problems,
    before ? [] : ['name', 'url', 'type'],
  )
  problems.refuse()
  return given
}
