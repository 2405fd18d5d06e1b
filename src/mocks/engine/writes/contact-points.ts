import parsePhoneNumber, { type CountryCode } from 'libphonenumber-js/min'
import { CONTACT_POINT_TYPES } from '#model/contact-point.ts'
import * as check from '#mocks/engine/http/validate.ts'
import type { Check } from '#mocks/engine/http/validate.ts'

/** E-mails, phones and URLs of a contact as they come in a body. Source: Contacts; contract 8.4, 10. */

const MAX_EMAILS = 100
const MAX_PHONES = 100

const type = oneType()

/** E-mails; what says that somebody unsubscribed cannot be written. */
export const emails: Check = check.emptyAs(
  [],
  check.listOf((value) => {
    const email = check.objectWith({ type, email: check.email }, ['email'])(value)
    return { type: 'office', ...(email as object), is_unsubscribed: false }
  }, MAX_EMAILS),
)

export const urls: Check = check.emptyAs(
  [],
  check.listOf((value) => {
    const url = check.objectWith({ type, url: check.required(check.url) }, ['url'])(value)
    return { type: 'office', ...(url as object) }
  }),
)

/** Phones, of which those without a country code are taken to be in `country` (ISO-2). */
export function phonesIn(country: string): Check {
  return check.emptyAs(
    [],
    check.listOf((value) => {
      const phone = check.objectWith({ type, phone: check.required(check.text) }, ['phone'])(value)
      const { phone: given, ...rest } = phone as { phone: string }
      return { type: 'office', ...rest, ...normalizePhone(given, country) }
    }, MAX_PHONES),
  )
}

/**
 * A phone number in E.164, in international notation, and its country. What is not a number of any country
 * keeps its digits behind the default country's code, or stays verbatim. Source: contract 7, 21.30.
 */
export function normalizePhone(
  given: string,
  defaultCountry: string,
): { phone: string; phone_formatted: string; country: string | null } {
  const parsed = parsePhoneNumber(given, defaultCountry as CountryCode)
  if (!parsed) return { phone: given.trim(), phone_formatted: given.trim(), country: null }
  return {
    phone: parsed.number,
    phone_formatted: parsed.formatInternational(),
    // Numbers that several countries share, such as +44, count as the first one's.
    country: parsed.country ?? parsed.getPossibleCountries()[0] ?? null,
  }
}

/**
 * The read-only parts of the e-mails or phones that a patch keeps, such as `is_unsubscribed`, from before it.
 * `key` tells which ones are the same. Source: contract 10.
 */
export function keepReadOnly(given: unknown, before: readonly unknown[], key: 'email' | 'phone'): unknown {
  if (!Array.isArray(given)) return given
  const known = new Map((before as Record<string, unknown>[]).map((point) => [point[key], point]))
  return (given as Record<string, unknown>[]).map((point) => {
    const old = known.get(point[key])
    return old ? { ...old, type: point['type'] } : point
  })
}

function oneType(): Check {
  return check.emptyAs(CONTACT_POINT_TYPES[0], check.oneOf(CONTACT_POINT_TYPES))
}
