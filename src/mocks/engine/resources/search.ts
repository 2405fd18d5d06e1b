import type { Call, Reply } from '#mocks/engine/call.ts'
import { dataSearch } from '#mocks/engine/search/data-search.ts'

/** `POST /data/search/`. Source: Advanced Filtering; contract 18. */
export function postSearch(call: Call): Reply {
  return dataSearch(call.past, call.tx, call.body, call)
}
