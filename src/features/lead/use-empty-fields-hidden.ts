import { Store, useSelector } from '@tanstack/react-store'

const STORAGE_KEY = `leadlight:${import.meta.env.MODE}:hide-empty-fields`

/** One wish for every list of custom fields on the screen. */
const isHidden = new Store(read())

/** Whether this person wants empty custom fields put away; remembered on this device. */
export function useEmptyFieldsHidden(): [boolean, (isHiding: boolean) => void] {
  return [useSelector(isHidden), hide]
}

function hide(isHiding: boolean): void {
  isHidden.setState(() => isHiding)
  write(isHiding)
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
    // It then lasts as long as the page.
  }
}
