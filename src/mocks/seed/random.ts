/** Whole numbers from 0 to 2^32 - 1, the same ones for the same seed (the sfc32 generator). */
export function createRandom(seed: number): () => number {
  let a = 0x9e3779b9
  let b = 0x243f6a88
  let c = seed >>> 0
  let counter = 1
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return sum >>> 0
  }
  for (let i = 0; i < 15; i += 1) next()
  return next
}

/** Choices made with random numbers. */
export class Dice {
  readonly next: () => number

  constructor(seed: number) {
    this.next = createRandom(seed)
  }

  /** A whole number from 0 to `count - 1`. */
  below(count: number): number {
    return this.next() % count
  }

  /** A whole number, both ends included. */
  between(min: number, max: number): number {
    return min + (this.next() % (max - min + 1))
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.next() < probability * 0x1_0000_0000
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.next() % items.length]
    if (item === undefined) throw new Error('Nothing to pick from')
    return item
  }

  /** `count` different items in their own order; all of them when there are fewer. */
  some<T>(items: readonly T[], count: number): T[] {
    let wanted = Math.min(count, items.length)
    return items.filter((_, index) => {
      if (this.next() % (items.length - index) >= wanted) return false
      wanted -= 1
      return true
    })
  }
}
