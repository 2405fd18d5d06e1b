/** How one character stands in a line of words: as other characters, as a gap (` `), or not at all (empty). */
export type Spell = (character: string) => string

/** What is known of a code unit: 0 nothing yet, one of these, or else the unit that it is spelled as. */
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
    const known = this.#known
    let units = this.#reserve(start, text.length)
    let size = start
    units[size++] = NEWLINE
    units[size++] = GAP
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      const unit = known[code] || this.#learn(code)
      if (unit > PAIR) {
        if (unit !== GAP || units[size - 1] !== GAP) units[size++] = unit
      } else if (unit !== NOTHING) {
        const character =
          unit === PAIR ? String.fromCodePoint(text.codePointAt(at) ?? 0) : String.fromCharCode(code)
        at += character.length - 1
        const spelled = this.#spellingOf(character)
        units = this.#reserve(size, text.length - at + spelled.length)
        for (let nth = 0; nth < spelled.length; nth += 1) {
          const next = spelled.charCodeAt(nth)
          if (next !== GAP || units[size - 1] !== GAP) units[size++] = next
        }
      }
    }
    if (units[size - 1] !== GAP) units[size++] = GAP
    this.#size = size === start + 2 ? start : size
  }

  /** The lines so far, with a line end before, between and after them; starts afresh. */
  take(): string {
    if (this.#size === 0) return ''
    this.#units[this.#size++] = NEWLINE
    let text = ''
    for (let from = 0; from < this.#size; from += CHUNK) {
      const part = this.#units.subarray(from, Math.min(from + CHUNK, this.#size))
      text += String.fromCharCode.apply(null, part as unknown as number[]) // takes any array-like
    }
    this.#size = 0
    return text
  }

  /** The units with room for `more` behind `size`, and for the gaps and line ends around them. */
  #reserve(size: number, more: number): Uint16Array {
    const wanted = size + more + 4
    if (wanted > this.#units.length) {
      const larger = new Uint16Array(wanted * 2)
      larger.set(this.#units)
      this.#units = larger
    }
    return this.#units
  }

  #spellingOf(character: string): string {
    let spelled = this.#several.get(character)
    if (spelled === undefined) {
      spelled = this.#spell(character)
      this.#several.set(character, spelled)
    }
    return spelled
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
