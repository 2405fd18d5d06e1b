import { textOf } from '#mocks/engine/record.ts'
import type { Reader } from '#mocks/engine/state.ts'

/** Kinds of objects that carry integration links. */
export type LinkedType = 'lead' | 'contact' | 'opportunity'

/**
 * The organisation's link templates for one object, rendered: `{{ lead.display_name }}` becomes the value that
 * `valueOf('display_name')` gives, encoded for a URL, and nothing when there is none. Source: Integration
 * Links; contract 20.
 */
export function integrationLinks(
  reader: Reader,
  type: LinkedType,
  valueOf: (key: string) => unknown,
): { name: string | null; url: string }[] {
  const links: { name: string | null; url: string }[] = []
  for (const link of reader.all('integration_link')) {
    if (link['type'] !== type) continue
    const url = (textOf(link, 'url') ?? '').replace(PLACEHOLDER, (_all, path: string) => {
      const prefix = `${type}.`
      const value = path.startsWith(prefix) ? valueOf(path.slice(prefix.length)) : undefined
      return typeof value === 'string' || typeof value === 'number' ? encodeURIComponent(value) : ''
    })
    links.push({ name: textOf(link, 'name'), url })
  }
  return links
}

const PLACEHOLDER = /\{\{\s*([\w.]+)\s*\}\}/g
