import type { LeadStatus, User } from '#model/organization.ts'
import { createContext } from 'react'

/** What ids in rows stand for. Cells read it here, so that it may arrive after the rows. */
export type Lookups = { statuses: readonly LeadStatus[]; users: readonly User[] }

export const LookupsContext = createContext<Lookups>({ statuses: [], users: [] })
