/** How long one slice of work may keep the page from answering, in milliseconds. */
const SLICE_MS = 10

/**
 * Does `work` for each item, in slices between which the page can answer. `onSlice` is told how many are done.
 * Stops at an abort; the results are then those so far.
 */
export async function inSlices<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => R,
  { signal, onSlice }: { signal?: AbortSignal; onSlice?: (done: number) => void } = {},
): Promise<R[]> {
  const results: R[] = []
  let sliceStart = performance.now()
  for (const [index, item] of items.entries()) {
    if (performance.now() - sliceStart > SLICE_MS) {
      onSlice?.(index)
      await nextTask()
      if (signal?.aborted) return results
      sliceStart = performance.now()
    }
    results.push(work(item, index))
  }
  return results
}

/** Lets the browser handle input and paint. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })
}
