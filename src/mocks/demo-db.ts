import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb'
import type { DemoDataSet } from '#lib/demo-controls.ts'
import type { Change } from '#mocks/engine/state.ts'
import { isSameKind, type Birth, type DemoLog, type LogEntry } from './demo-log.ts'

interface DemoSchema extends DBSchema {
  /** One record: the birth, under the key `birth`. */
  meta: { key: string; value: Birth }
  log: { key: number; value: LogEntry }
}

type Database = IDBPDatabase<DemoSchema>
type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<DemoSchema, ('meta' | 'log')[], Mode>

const BIRTH = 'birth'

/** More entries than this are folded into few when the data set is opened. */
const FOLD_ABOVE = 200
/** Changes in one entry after folding. */
const FOLDED_SIZE = 2000

/** The database of a data set; each has one of its own. */
export function demoDbName({ leads, seed }: DemoDataSet): string {
  return `leadlight-demo-${leads}-${seed}`
}

/**
 * Keeps a data set's changes in IndexedDB. Rejects when the browser has none to give.
 *
 * A write reads what other tabs wrote, decides and stores inside one read-write transaction. The browser runs
 * such transactions of all tabs one after another, so it is the lock: no write is decided on old data, none
 * is lost, and a read that starts after the commit sees it.
 */
export async function openDemoDb(dataSet: DemoDataSet): Promise<DemoLog> {
  let db: Database | undefined = await connect()

  function connect(): Promise<Database> {
    return openDB<DemoSchema>(demoDbName(dataSet), 1, {
      upgrade(fresh) {
        fresh.createObjectStore('meta')
        fresh.createObjectStore('log', { keyPath: 'seq' })
      },
      blocking: close,
      terminated: close,
    })
  }

  function close(): void {
    db?.close()
    db = undefined
  }

  /** Runs `work` in a transaction. A connection that the browser has closed meanwhile is opened again, once. */
  async function inTransaction<Mode extends IDBTransactionMode, T>(
    mode: Mode,
    work: (tx: Transaction<Mode>) => Promise<T>,
  ): Promise<T> {
    const tx = await begin(mode)
    const done = tx.done
    done.catch(() => {}) // the same failure arrives through `work` as well
    const result = await work(tx)
    await done
    return result
  }

  async function begin<Mode extends IDBTransactionMode>(mode: Mode): Promise<Transaction<Mode>> {
    db ??= await connect()
    try {
      return db.transaction(['meta', 'log'], mode)
    } catch {
      db = await connect()
      return db.transaction(['meta', 'log'], mode)
    }
  }

  return {
    isPersistent: true,

    open: (wanted) =>
      inTransaction('readwrite', async (tx) => {
        const [birth, entries] = await Promise.all([
          tx.objectStore('meta').get(BIRTH),
          tx.objectStore('log').getAll(),
        ])
        if (!birth || !isSameKind(birth, wanted)) {
          await bear(tx, wanted)
          return { birth: wanted, entries: [] }
        }
        return { birth, entries: entries.length > FOLD_ABOVE ? await fold(tx, entries) : entries }
      }),

    read: (position) =>
      inTransaction('readonly', async (tx) => {
        const [birth, entries] = await Promise.all([
          tx.objectStore('meta').get(BIRTH),
          tx.objectStore('log').getAll(IDBKeyRange.lowerBound(position.seq, true)),
        ])
        return birth?.id === position.birthId ? entries : 'replaced'
      }),

    write: (position, decide) =>
      inTransaction('readwrite', async (tx) => {
        const [birth, entries] = await Promise.all([
          tx.objectStore('meta').get(BIRTH),
          tx.objectStore('log').getAll(IDBKeyRange.lowerBound(position.seq, true)),
        ])
        if (birth?.id !== position.birthId) return 'replaced'
        const changes = decide(entries)
        if (!changes) return undefined
        const entry = { seq: (entries.at(-1)?.seq ?? position.seq) + 1, changes }
        await tx.objectStore('log').add(entry)
        return entry
      }),

    startOver: (birth) => inTransaction('readwrite', (tx) => bear(tx, birth)),

    close,
  }
}

async function bear(tx: Transaction<'readwrite'>, birth: Birth): Promise<void> {
  await Promise.all([tx.objectStore('log').clear(), tx.objectStore('meta').put(birth, BIRTH)])
}

/**
 * Keeps just the last version of each record. The result gets new seqs at the end, so that a tab that has not
 * read the latest entries finds all of them in it.
 */
async function fold(tx: Transaction<'readwrite'>, entries: LogEntry[]): Promise<LogEntry[]> {
  const latest = new Map<string, Change>()
  for (const change of entries.flatMap((entry) => entry.changes)) {
    latest.set(`${change.table}/${change.id}`, change)
  }
  const changes = [...latest.values()]
  const lastSeq = entries.at(-1)?.seq ?? 0
  const folded: LogEntry[] = []
  for (let at = 0; at < changes.length; at += FOLDED_SIZE) {
    folded.push({ seq: lastSeq + folded.length + 1, changes: changes.slice(at, at + FOLDED_SIZE) })
  }
  const log = tx.objectStore('log')
  await Promise.all([log.clear(), ...folded.map((entry) => log.put(entry))])
  return folded
}
