/** Text as names are compared: without case and outer or doubled blanks. */
function normal(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase()
}

/** Whether two names are the same to a person: `"Won "` and `"won"` are. */
export function isSameName(a: string, b: string): boolean {
  return normal(a) === normal(b)
}

/** The first of `others` that is the same name as `name`; undefined when it is free. */
export function takenName(name: string, others: readonly string[]): string | undefined {
  return others.find((other) => isSameName(other, name))
}
