import { userName } from '#mocks/engine/lookups.ts'
import { derived, naiveStamp, stored, type View } from './view.ts'

/** Who made an object and who changed it last, and when. */
export const AUTHORED: View = {
  created_by: stored('created_by'),
  updated_by: stored('updated_by'),
  date_created: stored('date_created'),
  date_updated: stored('date_updated'),
}

/** The same with names beside the ids of users. Source: contract 8.1, 11, 12. */
export const AUTHORED_BY_NAME: View = {
  created_by: stored('created_by'),
  created_by_name: derived('created_by', userName),
  updated_by: stored('updated_by'),
  updated_by_name: derived('updated_by', userName),
  date_created: stored('date_created'),
  date_updated: stored('date_updated'),
}

/** The same as newer objects have it: their timestamps carry no offset. Source: contract 7. */
export const AUTHORED_NAIVELY: View = {
  ...AUTHORED,
  date_created: naiveStamp('date_created'),
  date_updated: naiveStamp('date_updated'),
}
