import { settingsQueries } from '#data/settings-queries.ts'
import { getDemoControls } from '#lib/demo-controls.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'

import { AppearanceSection } from './AppearanceSection.tsx'
import { ConnectionSection } from './ConnectionSection.tsx'
import { CustomFieldsSection } from './CustomFieldsSection.tsx'
import { DemoDataSection } from './DemoDataSection.tsx'
import { SettingsNav } from './SettingsNav.tsx'
import { StatusesSection } from './StatusesSection.tsx'

/** Everything that is set up once: connection, custom fields, statuses, appearance and, in a demo, its data. */
export function Settings() {
  // The demo's controls are there once it answers, so this draws again when it has.
  useQuery(settingsQueries.me())
  const controls = getDemoControls()
  useEffect(() => {
    // This page may come after the address: only now is there something to scroll to.
    document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [])

  return (
    <div className="flex gap-10">
      <SettingsNav sections={controls ? [...SECTIONS, DEMO] : SECTIONS} />
      <div className="flex max-w-2xl min-w-0 flex-1 flex-col gap-10 pb-10">
        <ConnectionSection id="connection" isDemo={controls !== undefined} />
        <CustomFieldsSection id="custom-fields" />
        <StatusesSection id="statuses" />
        <AppearanceSection id="appearance" />
        {controls && <DemoDataSection id={DEMO.id} controls={controls} />}
      </div>
    </div>
  )
}

const SECTIONS = [
  { id: 'connection', title: 'Connection' },
  { id: 'custom-fields', title: 'Custom fields' },
  { id: 'statuses', title: 'Statuses' },
  { id: 'appearance', title: 'Appearance' },
]
const DEMO = { id: 'demo-data', title: 'Demo data' }
