import type { DemoDataSet, DemoSwitches } from '#lib/demo-controls.ts'
import type { EngineRequest } from '#mocks/engine/call.ts'

/** What the engine is told besides the requests of a tab. */
export type DemoConditions = Pick<DemoSwitches, 'switches' | 'now'>

/** What the page asks of the worker. Each ask gets one reply with its `id`. */
export type Ask =
  /** Before the first data set is opened, and whenever they change. */
  | { kind: 'set-conditions'; conditions: DemoConditions }
  | { kind: 'open'; dataSet: DemoDataSet; startOver: boolean }
  | { kind: 'start-over' }
  | { kind: 'request'; request: EngineRequest }

export type Reply =
  | { kind: 'conditions-set' }
  | { kind: 'opened'; isPersistent: boolean }
  | { kind: 'started-over' }
  /** The body's bytes are handed over, not copied. */
  | { kind: 'answer'; status: number; headers: Record<string, string>; body: ArrayBuffer | undefined }
  | { kind: 'failed'; message: string }

export type ToWorker = { id: number; ask: Ask }

export type FromWorker =
  | { kind: 'reply'; id: number; reply: Reply }
  | { kind: 'progress'; made: number; total: number }
  /** Another tab has started the data set over. */
  | { kind: 'replaced' }
