import { createContext } from 'react'

/** What assistive technology reads with each field inside, beside the help from the field's definition. */
export const FieldHintContext = createContext<string | null>(null)
