import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'

/** Panels of which one shows, under a row of tabs. */
export function Tabs({
  label,
  tabs,
  selected,
  onSelect,
}: {
  /** The accessible name of the row. */
  label: string
  tabs: readonly { id: string; label: ReactNode; panel: ReactNode }[]
  /** The chosen tab's id; without it the tabs keep their own choice. */
  selected?: string | undefined
  onSelect?: ((id: string) => void) | undefined
}) {
  return (
    <AriaTabs
      {...(selected === undefined ? {} : { selectedKey: selected })}
      onSelectionChange={(key) => onSelect?.(String(key))}
      className="flex min-h-0 min-w-0 flex-col"
    >
      <TabList aria-label={label} className="flex shrink-0 gap-1 overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="-mb-px flex h-8 shrink-0 items-center border-b-2 border-transparent px-2 text-sm text-muted outline-none hover:text-text data-focus-visible:rounded-sm data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-accent data-selected:border-accent data-selected:font-medium data-selected:text-text pointer-coarse:h-10"
          >
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="min-h-0 flex-1 overflow-auto pt-3 outline-none">
          {tab.panel}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
