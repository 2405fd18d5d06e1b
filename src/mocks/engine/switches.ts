/**
 * Where the API's behaviour is not public, or differs between deployments, a named switch chooses. The
 * defaults take the stricter or the better documented reading.
 */
export type EngineSwitches = {
  /** Refuse calls without credentials with 401 (contract 2). The demo page sends none and turns this off. */
  requireAuth?: boolean
  /** Send the deprecated `custom` object (field name → value) with leads and contacts (contract 8.1, 21.7). */
  legacyCustomDict?: boolean
  /**
   * Milliseconds during which a merge is in progress: both leads still answer as before, and the destination's
   * LeadMerge activity says `in-progress` (contract 9, 21.5). 0 merges before the answer is sent.
   */
  slowMerge?: number
  /**
   * Milliseconds during which a custom field that changes its type says so with `converting_to_type` and still has
   * the old type (contract 14). 0 changes it before the answer is sent.
   */
  slowConversion?: number
  /**
   * Days without any activity on its lead, and without a change, after which an active opportunity counts as
   * stalled (contract 11; the rule itself is not public). 0 for never.
   */
  stalledAfterDays?: number
  /** Milliseconds by which lists, searches and reads of deleted leads lag behind writes (contract 3, 21.16). */
  staleReadsMs?: number
  /** Answer every n-th call with 429 (contract 5); 0 for never. */
  rateLimitEvery?: number
  /** Send the `RateLimit` header with each answer; the real service may leave it out (contract 5, 21.17). */
  rateLimitHeader?: boolean
  /** The status for a body that is not JSON by its content type: documented 415, formerly 400 (contract 4). */
  wrongContentType?: 415 | 400
  /** Refuse to delete a status that leads or opportunities still have (contract 16, 21.20). */
  refuseStatusInUse?: boolean
  /** Refuse a second status with the same label, whatever its case (contract 21.21). */
  refuseDuplicateLabels?: boolean
  /** Refuse unknown `custom.cf_…` ids in a body with 400; otherwise they are dropped (contract 8.4). */
  refuseUnknownCustomFields?: boolean
  /** Refuse event filters outside the documented combinations with 400 (contract 19). */
  strictEventFilters?: boolean
  /** The body of a successful merge: the recorded `{"status": "ok"}` or the documented `{}` (contract 21.6). */
  emptyMergeAnswer?: boolean
  /** The key of a wrong status in errors (contract 21.3). */
  statusErrorKey?: 'status' | 'status_id'
  /** Send `contact_ids` with leads; answers before 2024 had none (contract 21.9). */
  sendContactIds?: boolean
  /** The status of a refusal for lack of a permission: 401 before 2021 (contract 21.19). */
  forbiddenStatus?: 403 | 401
  /** Answer deletes of older resources with 204 instead of 200 `{}` (contract 21.34). */
  emptyDeletes?: boolean
  /** Name a lead that is created for a contact without `lead_id` after the contact (contract 10, 21.27). */
  nameLeadAfterContact?: boolean
}

/** The switches of one call, each with a value. */
export type Switches = Required<EngineSwitches>

/** The values of switches that are not given. */
export const SWITCH_DEFAULTS: Switches = {
  requireAuth: true,
  legacyCustomDict: false,
  slowMerge: 0,
  slowConversion: 0,
  stalledAfterDays: 30,
  staleReadsMs: 0,
  rateLimitEvery: 0,
  rateLimitHeader: true,
  wrongContentType: 415,
  refuseStatusInUse: true,
  refuseDuplicateLabels: true,
  refuseUnknownCustomFields: true,
  strictEventFilters: true,
  emptyMergeAnswer: false,
  nameLeadAfterContact: true,
  statusErrorKey: 'status',
  sendContactIds: true,
  forbiddenStatus: 403,
  emptyDeletes: false,
}
