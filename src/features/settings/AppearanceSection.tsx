import { setDensity, setTheme } from '#ui/theme.ts'
import { Monitor, Moon, Rows2, Rows4, Sun } from 'lucide-react'

import { ChoiceCards } from './ChoiceCards.tsx'
import { SettingsSection } from './SettingsSection.tsx'
import { useAppearance } from './use-appearance.ts'

/** Theme and density: applied at once, remembered on this device. */
export function AppearanceSection({ id }: { id: string }) {
  const { theme, density } = useAppearance()
  return (
    <SettingsSection
      id={id}
      title="Appearance"
      description="Applies at once and is remembered on this device."
    >
      <div className="flex flex-col gap-4">
        <ChoiceCards
          label="Theme"
          value={theme}
          onChange={setTheme}
          choices={[
            { id: 'system', label: 'System', icon: <Monitor /> },
            { id: 'light', label: 'Light', icon: <Sun /> },
            { id: 'dark', label: 'Dark', icon: <Moon /> },
          ]}
        />
        <ChoiceCards
          label="Density"
          value={density}
          onChange={setDensity}
          choices={[
            { id: 'compact', label: 'Compact', icon: <Rows4 /> },
            { id: 'comfortable', label: 'Comfortable', icon: <Rows2 /> },
          ]}
        />
      </div>
    </SettingsSection>
  )
}
