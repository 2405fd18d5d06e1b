/** What is said when a part of the page did not come; loading the page again is the only way to get it. */
export const MISSING_CODE =
  'A part of the page could not be loaded: you may be offline, or a new version may have been published.'

/** Whether a lazily loaded file did not come: offline, or the server has a newer build. Browsers do not ask for it twice. */
export function isMissingCode(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|importing a module/i.test(error.message)
}
