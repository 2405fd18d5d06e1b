import { activityRules } from './activities.ts'
import { bulkRules } from './bulk.ts'
import { contactRules } from './contacts.ts'
import { customFieldRules } from './custom-fields.ts'
import { errorRules } from './errors.ts'
import { eventRules } from './events.ts'
import { leadRules } from './leads.ts'
import { mergeRules } from './merge.ts'
import { opportunityRules } from './opportunities.ts'
import { organizationRules } from './organization.ts'
import { pagingRules } from './paging.ts'
import { patchRules } from './patch.ts'
import { savedSearchRules } from './saved-searches.ts'
import { searchRules } from './search.ts'
import { taskRules } from './tasks.ts'
import { transportRules } from './transport.ts'
import { valueRules } from './values.ts'
import type { ContractCase } from './rules.ts'

/** Every rule, in the order of the contract. */
export const RULES: readonly ContractCase[] = [
  ...transportRules,
  ...errorRules,
  ...pagingRules,
  ...valueRules,
  ...leadRules,
  ...patchRules,
  ...mergeRules,
  ...contactRules,
  ...opportunityRules,
  ...taskRules,
  ...activityRules,
  ...customFieldRules,
  ...organizationRules,
  ...savedSearchRules,
  ...searchRules,
  ...eventRules,
  ...bulkRules,
]
