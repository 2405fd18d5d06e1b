import { run as runSearch } from '#mocks/engine/search/search.bench.ts'

/** Prints the demo engine's own figures, line by line. */
export async function run(log: (line: string) => void): Promise<void> {
  runSearch(log)
}
