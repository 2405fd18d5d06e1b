/** Keys nest (all > lists > list), so a prefix invalidates a whole branch. */
export const leadKeys = {
  all: ['leads'] as const,
  lists: ['leads', 'list'] as const,
  details: ['leads', 'detail'] as const,
  detail: (id: string) => ['leads', 'detail', id] as const,
}

export const settingsKeys = {
  all: ['settings'] as const,
  leadSchema: ['settings', 'lead-schema'] as const,
  organization: ['settings', 'organization'] as const,
  /** Of the mutations that put fields or statuses in order. */
  fieldOrder: ['settings', 'order', 'fields'] as const,
  statusOrder: ['settings', 'order', 'statuses'] as const,
}
