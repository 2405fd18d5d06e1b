import type { SwitchDescription } from '#lib/demo-controls.ts'
import { Disclosure } from '#ui/Disclosure.tsx'

/** What the demo server can be told, for whoever fills in the box above. */
export function DemoSwitchList({ switches }: { switches: readonly SwitchDescription[] }) {
  return (
    <Disclosure title="All switches" aside={switches.length}>
      <dl className="flex flex-col gap-2 px-1 text-xs">
        {switches.map(({ name, usage, initial, does }) => (
          <div key={name}>
            <dt className="font-mono break-words">{usage}</dt>
            <dd className="text-muted">
              {does} ({initial} by default)
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}
