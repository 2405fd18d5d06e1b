import { useCallback, useEffect, useState } from 'react'

import { clampWidth } from './column-layout.ts'

const KEY = `leadlight:${import.meta.env.MODE}:table-widths`

export type ColumnWidths = Readonly<Record<string, number>>

/** The widths a person gave to columns, by column id, remembered on this device. */
export function useColumnWidths(): [
  ColumnWidths,
  (change: ColumnWidths | ((now: ColumnWidths) => ColumnWidths)) => void,
] {
  const [widths, setWidths] = useState<ColumnWidths>(read)
  useEffect(() => {
    // A drag changes them with each frame; only where it ends is worth writing.
    const timer = setTimeout(() => write(widths), 300)
    return () => clearTimeout(timer)
  }, [widths])
  const change = useCallback(
    (next: ColumnWidths | ((now: ColumnWidths) => ColumnWidths)) =>
      setWidths((now) => readWidths(typeof next === 'function' ? next(now) : next)),
    [],
  )
  return [widths, change]
}

/** Widths from anything that may stand in storage; what is not a width is left out. */
export function readWidths(stored: unknown): ColumnWidths {
  if (typeof stored !== 'object' || stored === null) return {}
  const widths = Object.entries(stored).flatMap(([id, width]) =>
    typeof width === 'number' && Number.isFinite(width) ? [[id, clampWidth(width)] as const] : [],
  )
  return Object.fromEntries(widths)
}

function read(): ColumnWidths {
  try {
    return readWidths(JSON.parse(localStorage.getItem(KEY) ?? '{}'))
  } catch {
    return {} // storage is switched off, or someone else wrote there
  }
}

function write(widths: ColumnWidths): void {
  try {
    if (Object.keys(widths).length > 0) localStorage.setItem(KEY, JSON.stringify(widths))
    else localStorage.removeItem(KEY)
  } catch {
    // Without storage they last as long as the page.
  }
}
