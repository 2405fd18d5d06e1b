import { parsePatchKey } from './custom-key.ts'
import type { ObjectType, Operation } from './operation.ts'

/** What people call each kind of thing below a lead. */
const NAMES: Readonly<Record<ObjectType, string>> = {
  lead: 'lead',
  contact: 'contact',
  task: 'task',
  opportunity: 'opportunity',
  note: 'note',
  call: 'call',
}

/**
 * An operation in words, as what it does, e.g. `remove “Rust” from Technologies of Hotjar`, `add task “Call back”
 * to Hotjar`. `text` turns a value of a field into what people read (a status into its label).
 */
export function operationWords(
  operation: Operation,
  text: (field: string, value: unknown) => string = (_field, value) =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : '…',
): string {
  const { about, object } = operation
  const name = about.object ? `${NAMES[object]} ${quoted(about.object)}` : NAMES[object]
  switch (operation.do) {
    case 'create':
      return `add ${name} to ${about.lead}`
    case 'delete':
      return object === 'lead' ? `delete lead ${about.lead}` : `delete ${name} of ${about.lead}`
    case 'update': {
      const of = object === 'lead' ? about.lead : `${name} of ${about.lead}`
      return Object.entries(operation.patch)
        .map(([key, value]) => changeWords(key, value, about.field, text, of))
        .join(', ')
    }
  }
}

function changeWords(
  key: string,
  value: unknown,
  label: string | undefined,
  text: (field: string, value: unknown) => string,
  of: string,
): string {
  const { field, op } = parsePatchKey(key)
  const name = label ?? plainName(field)
  if (field === 'is_complete') return `${value === true ? 'complete' : 'reopen'} ${of}`
  if (field === 'lead_id') return `move ${of}`
  if (op === 'add') return `add ${quoted(text(field, value))} to ${name} of ${of}`
  if (op === 'remove') return `remove ${quoted(text(field, value))} from ${name} of ${of}`
  const isShort = typeof value !== 'object' && value !== ''
  return isShort ? `set ${name} of ${of} to ${quoted(text(field, value))}` : `change ${name} of ${of}`
}

/** A field of the API as people would say it, where nobody gave it a label: `status_id` is "status". */
function plainName(field: string): string {
  return field
    .replace(/^custom\..*/, 'a field')
    .replace(/_id$/, '')
    .replaceAll('_', ' ')
}

const MOST = 40

function quoted(text: string): string {
  return `“${text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text}”`
}
