/** Whole numbers from 0 to 2^32 - 1. */
export type Random = () => number

const DIGITS = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', (digit) =>
  digit.charCodeAt(0),
)

/** Newer kinds of object have short ids. Source: contract 7. */
const SHORT_PREFIXES = new Set([
  'pipe_',
  'ev_',
  'req_',
  'whsub_',
  'actitype_',
  'cotype_',
  'seq_',
  'group_',
  'dial_',
  'outcome_',
])

/** Makes ids such as `lead_` with 43, or `ev_` with 22, random characters after the prefix. */
export function createNewId(random: Random): (prefix: string) => string {
  // Built from character codes at once: joining pieces leaves a tree of strings behind, for each of 300,000 ids.
  const codes = new Map<string, number[]>()
  return (prefix) => {
    let id = codes.get(prefix)
    if (!id) {
      const length = SHORT_PREFIXES.has(prefix) ? 22 : 43
      id = [...Array.from(prefix, (letter) => letter.charCodeAt(0)), ...Array.from({ length }, () => 0)]
      codes.set(prefix, id)
    }
    let at = prefix.length
    while (at < id.length) {
      let digits = random()
      for (let i = 0; i < 5 && at < id.length; i += 1) {
        id[at] = DIGITS[digits % 62] ?? 0
        digits = Math.floor(digits / 62)
        at += 1
      }
    }
    return String.fromCharCode(...id)
  }
}

/** Random numbers that no two tabs share. */
export function createCryptoRandom(): Random {
  const pool = new Uint32Array(256)
  let used = pool.length
  return () => {
    if (used === pool.length) {
      crypto.getRandomValues(pool)
      used = 0
    }
    used += 1
    return pool[used - 1] ?? 0
  }
}
