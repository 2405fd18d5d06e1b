import { TABLES, type EngineState } from '#mocks/engine/state.ts'

/** Each word that the engine's own source quotes: names of types, states, fields, operations. */
export const WORDS: readonly string[] = wordsOf(
  import.meta.glob<string>(
    ['../{activities,bulk,export,http,resources,writes}/*.ts', '../*.ts', '!../*.test.ts'],
    {
      query: '?raw',
      import: 'default',
      eager: true,
    },
  ),
)

function wordsOf(sources: Readonly<Record<string, string>>): string[] {
  const words = new Set<string>()
  for (const source of Object.values(sources)) {
    for (const [, text = ''] of source.matchAll(/'([^'\n]{1,400})'/g)) {
      for (const word of text.split(' ')) if (/^[\w.:-]{1,40}$/.test(word)) words.add(word)
    }
  }
  return [...words]
}

const PLAIN: readonly unknown[] = [
  null,
  true,
  false,
  0,
  1,
  59,
  100,
  1.5,
  -1,
  1e300,
  '',
  ' ',
  'x'.repeat(301),
  '2026-03-04',
  '2026-03-04T10:00:00Z',
  '2026-13-40',
  'a@x.example',
  'x.example/a',
  'https://x.example',
  '+12025550143',
  '020 7946 0018',
  '<p>a <script>b</script></p>',
  'USD',
  'Robin Hale',
]

const PARTS: readonly unknown[] = [
  {},
  { email: 'a@x.example', type: 'home' },
  { email: '' },
  { phone: '+12025550143' },
  { url: 'x.example' },
  { name: 'C', emails: [{ email: 'c@x.example' }] },
  { emails: [{ email: 'nobody' }] },
  { label: 'mailing', city: 'Leeds', country: 'gb' },
  { country: 'nowhere' },
  { url: 'https://x.example/f', filename: 'f', content_type: 'text/plain', size: 1 },
  { object_type: 'lead', action: 'created' },
  { type_id: 'lead', field_id: 'display_name' },
  { whole_org: true },
  { user_ids: [], group_ids: ['g'] },
  { step_type: 'call', delay: 60 },
  { query: { type: 'object_type', object_type: 'lead' } },
]

/** Values to try on a check: what the engine's source names, what the state holds, plain ones and parts of objects. */
export function valuesFor(state: EngineState): unknown[] {
  const ids = TABLES.flatMap((table) => [...state.all(table)].slice(0, 4).map((rec) => rec.id))
  const parts = [...PARTS, ...ids.map((id) => ({ id }))]
  const single: unknown[] = [...ids, ...PLAIN, ...parts, ...WORDS]
  return [
    ...single,
    [],
    ...[...ids, ...parts, ...PLAIN, 'calls', 'meetings'].map((value) => [value]),
    ['a', 'b'],
  ]
}
