import type { DemoControls } from '#lib/demo-controls.ts'
import { Banner } from '#ui/Banner.tsx'
import { useEffect, useState } from 'react'

import { dataSetText } from './demo-form.ts'
import { DemoDataSetForm } from './DemoDataSetForm.tsx'
import { DemoFaultsForm } from './DemoFaultsForm.tsx'
import { ResetDemo } from './ResetDemo.tsx'
import { SettingsSection } from './SettingsSection.tsx'

/** Which made-up data the demo shows, and how it misbehaves on request. */
export function DemoDataSection({ id, controls }: { id: string; controls: DemoControls }) {
  const [settings, setSettings] = useState(() => controls.getSettings())
  useEffect(() => controls.onDataReplaced(() => setSettings(controls.getSettings())), [controls])

  return (
    <SettingsSection
      id={id}
      title="Demo data"
      description="A whole organisation made up in this browser. Try anything: nobody else sees it."
    >
      <div className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface">
        <div className="flex flex-col gap-2 p-4">
          <p>
            Loaded now: <strong className="font-semibold">{dataSetText(settings)}</strong>.{' '}
            {settings.isPersistent && (
              <span className="text-muted">Your changes are kept in this browser.</span>
            )}
          </p>
          {!settings.isPersistent && (
            <Banner tone="warn">
              This browser allows no storage here, so your changes are lost when the page is loaded again.
            </Banner>
          )}
        </div>
        <DemoDataSetForm controls={controls} settings={settings} />
        <DemoFaultsForm controls={controls} />
        <ResetDemo controls={controls} settings={settings} />
      </div>
    </SettingsSection>
  )
}
