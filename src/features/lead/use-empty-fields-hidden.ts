import { useState } from 'react'

const STORAGE_KEY = `leadlight:${import.meta.env.MODE}:hide-empty-fields`

/** Whether this person wants empty custom fields put away; remembered on this device. */
export function useEmptyFieldsHidden(): [boolean, (isHiding: boolean) => void] {
  const [isHiding, setHiding] = useState(read)
  return [
    isHiding,
    (next) => {
      setHiding(next)
      write(next)
    },
  ]
}

function read(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'yes'
  } catch {
    return false // storage is switched off
  }
}

function write(isHiding: boolean): void {
  try {
    if (isHiding) localStorage.setItem(STORAGE_KEY, 'yes')
    else localStorage.removeItem(STORAGE_KEY)
  } catch {
    // It then lasts as long as the pane.
  }
}
