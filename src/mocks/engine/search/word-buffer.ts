/** How one character stands in a line of words: as other characters, as a gap (` `), or not at all (empty). */
export type Spell = (character: string) => string

const UNKNOWN = 0
const NOTHING = 1
const SEVERAL = 2
const PAIR = 3
const NEWLINE = 10
const GAP = 32

/** The most units that are made into text at once. */
const CHUNK = 4096

/**
 * Collects lines of words with single gaps around each word. Each character's spelling is looked up once and
 * then kept, because a search of a big organisation spells tens of millions of them.
 */
export class WordBuffer {
  readonly #spell: Spell
  readonly #known = new Uint16Array(0x10000)
  readonly #several = new Map<string, string>()
  #units = new Uint16Array(CHUNK)
  #size = 0

  constructor(spell: Spell) {
    this.#spell = spell
  }

  /** Adds the words of `text` as a line; nothing when it has none. */
  addLine(text: string): void {
    const start = this.#size
    this.#push(NEWLINE)
    this.#push(GAP)
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      let unit = this.#known[code] ?? UNKNOWN
      if (unit === UNKNOWN) unit = this.#learn(code)
      if (unit > PAIR) {
        this.#push(unit)
      } else if (unit === SEVERAL) {
        this.#pushAll(String.fromCharCode(code))
      } else if (unit === PAIR) {
        const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
        this.#pushAll(character)
        at += character.length - 1
      }
    }
    this.#push(GAP)
    if (this.#size === start + 2) this.#size = start
  }

  /** The lines so far, with a line end before, between and after them; starts afresh. */
  take(): string {
    if (this.#size === 0) return ''
    this.#push(NEWLINE)
    let text = ''
    for (let from = 0; from < this.#size; from += CHUNK) {
      const part = this.#units.subarray(from, Math.min(from + CHUNK, this.#size))
      text += String.fromCharCode.apply(null, part as unknown as number[]) // takes any array-like
    }
    this.#size = 0
    return text
  }

  #push(unit: number): void {
    if (unit === GAP && this.#units[this.#size - 1] === GAP) return
    if (this.#size === this.#units.length) {
      const larger = new Uint16Array(this.#size * 2)
      larger.set(this.#units)
      this.#units = larger
    }
    this.#units[this.#size] = unit
    this.#size += 1
  }

  #pushAll(character: string): void {
    let spelled = this.#several.get(character)
    if (spelled === undefined) {
      spelled = this.#spell(character)
      this.#several.set(character, spelled)
    }
    for (let at = 0; at < spelled.length; at += 1) this.#push(spelled.charCodeAt(at))
  }

  #learn(code: number): number {
    const isPair = code >= 0xd800 && code <= 0xdfff
    const spelled = isPair ? '' : this.#spell(String.fromCharCode(code))
    const unit = isPair
      ? PAIR
      : spelled === ''
        ? NOTHING
        : spelled.length > 1
          ? SEVERAL
          : spelled.charCodeAt(0)
    this.#known[code] = unit
    return unit
  }
}
