/** A query of the old text search, taken apart. Source: contract 8.3, "Legacy query grammar". */
export type LegacyNode =
  | { kind: 'and' | 'or'; nodes: LegacyNode[] }
  | { kind: 'not'; node: LegacyNode }
  | { kind: 'word'; text: string; isPhrase: boolean }
  | { kind: 'field'; name: string; op: LegacyOp; values: string[] }

export type LegacyOp = ':' | '=' | '>' | '>=' | '<' | '<='

const SPACE = /\s+/y
const OR = /OR(?=[\s(]|$)/y
const AND = /AND(?=[\s(]|$)/y
const NOT = /(?:NOT(?=[\s(])|-(?=[\w"(]))/iy
const OPEN = /\(/y
const CLOSE = /\)/y
const COMMA = /\s*,?\s*/y
const FIELD = /(?:"([^"]+)"|([\p{L}_][\p{L}\p{N}_.-]*))(?::\s*|\s*(>=|<=|=|>|<)\s*|\s+in\s*(?=\())/iuy
const VALUE = /"([^"]*)"?|[^\s()]+/y
const LISTED = /"([^"]*)"?|[^\s(),]+/y

/** Groups may nest this deep; deeper ones are left out. */
const MAX_DEPTH = 20

/**
 * Reads a query of the old text search. It never fails: what is not understood counts as words, as a person who
 * types into a search box expects.
 */
export function parseLegacy(query: string): LegacyNode {
  return new Reader(query).alternatives(0)
}

class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  alternatives(depth: number): LegacyNode {
    const nodes = [this.#sequence(depth)]
    while (this.#take(OR)) nodes.push(this.#sequence(depth))
    const [only] = nodes
    return only && nodes.length === 1 ? only : { kind: 'or', nodes }
  }

  #sequence(depth: number): LegacyNode {
    const nodes: LegacyNode[] = []
    for (;;) {
      this.#take(SPACE)
      if (this.#isDone() || this.#peek(OR) || (depth > 0 && this.#peek(CLOSE))) break
      if (this.#take(AND) || this.#take(CLOSE)) continue
      nodes.push(this.#term(depth))
    }
    return { kind: 'and', nodes }
  }

  #term(depth: number): LegacyNode {
    if (this.#take(NOT)) {
      this.#take(SPACE)
      return { kind: 'not', node: this.#term(depth) }
    }
    if (this.#take(OPEN)) {
      if (depth >= MAX_DEPTH) return { kind: 'and', nodes: [] }
      const node = this.alternatives(depth + 1)
      this.#take(CLOSE)
      return node
    }
    const field = this.#take(FIELD)
    if (field) {
      const name = field[1] ?? field[2] ?? ''
      return { kind: 'field', name, op: (field[3] ?? ':') as LegacyOp, values: this.#values() } // FIELD's own choices
    }
    const value = this.#take(VALUE)
    if (!value) this.#at += 1
    return { kind: 'word', text: value ? (value[1] ?? value[0]) : '', isPhrase: value?.[1] !== undefined }
  }

  #values(): string[] {
    if (!this.#take(OPEN)) {
      const value = this.#take(VALUE)
      return value ? [value[1] ?? value[0]] : []
    }
    const values: string[] = []
    for (;;) {
      this.#take(COMMA)
      const value = this.#take(LISTED)
      if (!value) break
      values.push(value[1] ?? value[0])
    }
    this.#take(CLOSE)
    return values
  }

  #isDone(): boolean {
    return this.#at >= this.#text.length
  }

  #peek(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at
    return pattern.test(this.#text)
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#text)
    if (match) this.#at += match[0].length
    return match
  }
}
