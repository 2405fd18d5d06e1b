import { createRandom } from '#mocks/seed/random.ts'

/** Choices that follow from a seed alone. */
export class Chance {
  readonly #next: () => number

  constructor(seed: number) {
    this.#next = createRandom(seed)
  }

  below(count: number): number {
    return this.#next() % count
  }

  /** True so many times in a hundred. */
  percent(share: number): boolean {
    return this.below(100) < share
  }

  pick<T>(values: readonly T[]): T | undefined {
    return values.length === 0 ? undefined : values[this.below(values.length)]
  }

  /** Up to `max` of the values, in their order. */
  some<T>(values: readonly T[], max: number): T[] {
    const share = Math.min(100, Math.ceil((100 * max) / Math.max(1, values.length)))
    return values.filter(() => this.percent(share)).slice(0, max)
  }
}
