import { createCountryReader } from './country.ts'
import type { CustomField } from './custom-field.ts'
import { ERROR_HEADER } from './import-failed-rows.ts'
import { areChoices, type ColumnProfile } from './import-profile.ts'
import {
  fieldShape,
  isImportable,
  targetId,
  type AddressPart,
  type ColumnMapping,
  type ContactPart,
  type ImportTarget,
  type NewFieldType,
} from './import-target.ts'
import type { LeadStatus } from './organization.ts'

export type GuessContext = { fields: readonly CustomField[]; statuses: readonly LeadStatus[] }

/**
 * What each column most likely is, from its header in several spellings and languages and from its values,
 * which have the last word: a column headed "Website" that holds Yes and No is no web address. A column that
 * nothing fits becomes a new custom field, an empty one is left out.
 */
export function guessMapping(
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  context: GuessContext,
): ColumnMapping[] {
  const columns = headers.map((header, at) => ({ at, header, words: wordsOf(header), profile: profiles[at] }))
  const candidates = columns.flatMap(({ at, header, words, profile }) =>
    profile && profile.filled > 0 && header !== ERROR_HEADER
      ? candidatesFor({ at, header, words, profile, context })
      : [],
  )
  const targets = new Map<number, ImportTarget>()
  const taken = new Set<string>()
  for (const { at, target } of candidates.sort((a, b) => b.score - a.score || a.at - b.at)) {
    if (targets.has(at) || (taken.has(targetId(target)) && !canRepeat(target))) continue
    targets.set(at, target)
    taken.add(targetId(target))
  }
  demotePersonName(columns, targets)
  return columns.map(({ at, header, words, profile }) =>
    toMapping(header, profile, targets.get(at) ?? ownField(header, words, profile), context),
  )
}

/** The mapping of one column after a person chose another target for it. */
export function toMapping(
  header: string,
  profile: ColumnProfile | undefined,
  target: ImportTarget,
  context: GuessContext,
): ColumnMapping {
  const shape = fieldShape(target, context.fields)
  const isDate = shape?.kind === 'date' || shape?.kind === 'datetime'
  return {
    target,
    newName: header,
    separator: shape?.multiple ? (profile?.list?.separator ?? ';') : ';',
    dateOrder: isDate ? (profile?.dateOrder ?? null) : 'ymd',
  }
}

/** Whether several columns may have this target: a contact has many e-mails and telephones. */
export function canRepeat(target: ImportTarget): boolean {
  if (target.kind === 'none' || target.kind === 'new') return true
  return target.kind === 'contact' && !['name', 'first_name', 'last_name', 'title'].includes(target.part)
}

type Candidate = { at: number; target: ImportTarget; score: number }
type Column = { at: number; header: string; words: string; profile: ColumnProfile; context: GuessContext }

const LEAD_NAMES = words(
  'company, company name, organization, organisation, organization name, organisation name, account, account name, ' +
    'business, business name, lead, lead name, display name, firm, firma, firmenname, unternehmen, kunde, kundenname, ' +
    'societe, entreprise, raison sociale, empresa, azienda, bedrijf, bedrijfsnaam, site name, school name, shop, shop name, ' +
    'store name, practice name, client, client name, customer, customer name',
)
const WEBSITES = words(
  'url, website, web site, web, homepage, home page, site, site web, domain, domain name, web address, www, webseite, ' +
    'internet, internetseite, sitio web, sito web, company url, company website, company domain, lead url, website url',
)
const DESCRIPTIONS = words(
  'description, about, about us, summary, profile, overview, beschreibung, descripcion, omschrijving',
)
const NOTES = words('notes, note, comments, comment, remarks, remark, bemerkung, bemerkungen, notiz, notizen')
const STATUSES = words('status, lead status, status label, lead stage, stage')

const ADDRESS: Record<AddressPart, Set<string>> = {
  address_1: words(
    'address, street, street address, address 1, address line 1, address1, street 1, strasse, adresse, anschrift, ' +
      'strasse und hausnummer, direccion, indirizzo, adres, rue',
  ),
  address_2: words(
    'address 2, address line 2, address2, street 2, suite, unit, apartment, apt, adresszusatz',
  ),
  city: words('city, town, ort, stadt, ville, ciudad, citta, plaats, locality, municipality'),
  state: words('state, province, state province, bundesland, kanton, provincia, state code'),
  zipcode: words(
    'zip, zip code, zipcode, postal code, postalcode, postcode, post code, plz, postleitzahl, code postal, ' +
      'codigo postal, cap',
  ),
  country: words('country, country code, country name, land, pays, pais, paese'),
}

const CONTACT: Record<ContactPart, Set<string>> = {
  name: words(
    'contact, contact name, contact person, primary contact, primary contact name, full name, fullname, person, ' +
      'director, executive director, owner, owner name, ceo, founder, manager, principal, administrator, ansprechpartner, ' +
      'kontakt, kontaktperson, contacto, interlocuteur, contactpersoon',
  ),
  first_name: words(
    'first name, firstname, given name, forename, vorname, prenom, nombre, contact first name',
  ),
  last_name: words(
    'last name, lastname, surname, family name, nachname, nom de famille, apellido, contact last name',
  ),
  title: words('title, job title, position, role, job, contact title, titel, funktion, fonction, cargo'),
  email: words(
    'email, e mail, mail, email address, e mail address, mail address, email 1, email 2, contact email, e mail adresse, ' +
      'correo, correo electronico, courriel',
  ),
  phone: words(
    'phone, telephone, tel, phone number, telephone number, phone 1, phone 2, contact phone, telefon, telefonnummer, ' +
      'telefono, telefoon, rufnummer',
  ),
  mobile: words(
    'mobile, mobile phone, mobile number, cell, cell phone, cellphone, handy, mobil, mobiltelefon, portable',
  ),
  fax: words('fax, fax number, telefax, faxnummer'),
  url: words('contact url, contact website, personal website'),
}

/** Words that say whose or which one a value is, not what it is. */
const QUALIFIERS = new Set(
  'primary main work business office company lead account contact billing mailing shipping hq headquarters'.split(
    ' ',
  ),
)

function candidatesFor(column: Column): Candidate[] {
  const { at, header, profile, context } = column
  const candidates: Candidate[] = []
  const add = (score: number, target: ImportTarget) => {
    if (fits(target, profile, context)) candidates.push({ at, target, score })
  }
  const own = context.fields.find((field) => isImportable(field) && same(field.name, header))
  if (own) add(110, { kind: 'custom', fieldId: own.id })
  for (const [spelling, points] of spellings(column.words)) {
    if (spelling === 'name') add(points, { kind: 'lead', field: 'name' })
    if (LEAD_NAMES.has(spelling)) add(points, { kind: 'lead', field: 'name' })
    if (WEBSITES.has(spelling)) add(points, { kind: 'lead', field: 'url' })
    if (DESCRIPTIONS.has(spelling)) add(points, { kind: 'lead', field: 'description' })
    if (NOTES.has(spelling)) add(points - 20, { kind: 'lead', field: 'description' })
    if (STATUSES.has(spelling)) add(points, { kind: 'lead', field: 'status' })
    for (const [part, known] of entries(ADDRESS))
      if (known.has(spelling)) add(points, { kind: 'address', part })
    for (const [part, known] of entries(CONTACT))
      if (known.has(spelling)) add(points, { kind: 'contact', part })
  }
  if (
    column.words.endsWith(' name') &&
    !/\b(first|last|user|file|program|product|domain)\b/.test(column.words)
  ) {
    add(30, { kind: 'lead', field: 'name' })
  }
  if (/ (director|manager|owner|contact)$/.test(column.words)) add(40, { kind: 'contact', part: 'name' })
  // Headers that say nothing, or something else: values that are all alike speak for themselves.
  if (profile.emails === profile.filled) add(20, { kind: 'contact', part: 'email' })
  if (profile.urls === profile.filled && !SPECIAL_PAGES.test(column.words))
    add(10, { kind: 'lead', field: 'url' })
  return candidates
}

/** Web addresses that are not a company's own front page. */
const SPECIAL_PAGES =
  /\b(careers?|jobs?|linked ?in|twitter|x|face ?book|insta ?gram|you ?tube|xing|git ?hub|logo|image|photo|picture|blog|rss|feed|source)\b/

/** Whether the values can be that. A few bad ones are left to the check, which names them. */
function fits(target: ImportTarget, profile: ColumnProfile, context: GuessContext): boolean {
  const most = (count: number) => share(count, profile) >= 0.6
  const isData = profile.isNumber || profile.date !== null || most(profile.emails) || most(profile.urls)
  switch (target.kind) {
    case 'lead':
      if (target.field === 'url') return most(profile.urls)
      if (target.field === 'status')
        return most(
          matching(
            profile,
            context.statuses.map(({ label }) => label),
          ),
        )
      return !isData || target.field === 'description'
    case 'address':
      if (target.part === 'country') return most(countriesIn(profile))
      if (target.part === 'zipcode') return profile.maxLength <= 12 && !most(profile.emails)
      return profile.date === null && !most(profile.emails) && !most(profile.urls)
    case 'contact':
      if (target.part === 'email') return most(profile.emails)
      if (target.part === 'url') return most(profile.urls)
      if (target.part === 'title') return !isData
      if (target.part === 'phone' || target.part === 'mobile' || target.part === 'fax')
        return most(profile.phones)
      return most(profile.people)
    case 'custom':
      return fitsField(
        context.fields.find(({ id }) => id === target.fieldId),
        profile,
      )
    default:
      return true
  }
}

function fitsField(field: CustomField | undefined, profile: ColumnProfile): boolean {
  if (!field) return false
  if (field.type === 'number') return profile.isNumber
  if (field.type === 'date' || field.type === 'datetime') return profile.date !== null
  return true
}

/** The field that a column becomes when it is none that leads have. */
function ownField(header: string, words: string, profile: ColumnProfile | undefined): ImportTarget {
  if (!profile || profile.filled === 0 || header === ERROR_HEADER) return { kind: 'none' }
  return { kind: 'new', type: guessType(words, profile) }
}

/** The type that stores a column's values without loss and offers most. */
export function guessType(words: string, profile: ColumnProfile): NewFieldType {
  if (profile.date) return profile.date.hasTime ? 'datetime' : 'date'
  // Numbers that identify are not counted with, and sort as they are written.
  if (profile.isNumber) return /\b(id|ids|key|number|nr|no|code|uuid|ref)$/.test(words) ? 'text' : 'number'
  if (profile.urls === profile.filled || profile.emails === profile.filled) return 'text'
  if (profile.list && !(areChoices(profile) && profile.list.values.length >= profile.distinct)) {
    return 'choices-multiple'
  }
  return areChoices(profile) ? 'choices' : 'text'
}

/** A plain "Name" beside a column that names the company is the person's. */
function demotePersonName(
  columns: readonly { at: number; words: string; profile: ColumnProfile | undefined }[],
  targets: Map<number, ImportTarget>,
): void {
  const isLeadName = (target: ImportTarget | undefined) => target?.kind === 'lead' && target.field === 'name'
  const plain = columns.find(({ at, words }) => words === 'name' && isLeadName(targets.get(at)))
  const company = columns.find(({ at, words }) => COMPANY.has(words) && !targets.has(at))
  const hasPerson = [...targets.values()].some(
    (target) => target.kind === 'contact' && target.part === 'name',
  )
  if (!plain?.profile || !company?.profile || company.profile.filled === 0 || hasPerson) return
  if (share(plain.profile.people, plain.profile) < 0.8) return
  targets.set(plain.at, { kind: 'contact', part: 'name' })
  targets.set(company.at, { kind: 'lead', field: 'name' })
}

const COMPANY = words(
  'company, company name, organization, organisation, organization name, organisation name, account, account name, ' +
    'business, business name, firm, firma, firmenname, unternehmen, societe, entreprise, empresa, azienda, bedrijf, employer',
)

/** A header as it is and without its qualifiers, each with what a match is worth. */
function spellings(words: string): [string, number][] {
  const bare = words
    .split(' ')
    .filter((word) => !QUALIFIERS.has(word))
    .join(' ')
  const plain = bare.replace(/ \d+$/, '')
  return [[words, 100], ...(bare && bare !== words ? [[bare, 60] as [string, number]] : []), [plain, 50]]
}

/** A header as words: lower case, without accents, camelCase and punctuation taken apart. */
export function wordsOf(header: string): string {
  return header
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')
}

function matching(profile: ColumnProfile, labels: readonly string[]): number {
  const known = new Set(labels.map((label) => label.trim().toLowerCase()))
  return (profile.values ?? [])
    .filter(({ value }) => known.has(value.trim().toLowerCase()))
    .reduce((sum, { count }) => sum + count, 0)
}

let readCountry: ((text: string) => string | null) | null = null

function countriesIn(profile: ColumnProfile): number {
  readCountry ??= createCountryReader()
  const values =
    profile.values ?? profile.samples.map((value) => ({ value, count: profile.filled / SAMPLED }))
  return values.reduce((sum, { value, count }) => sum + (readCountry?.(value) ? count : 0), 0)
}

const SAMPLED = 4

function share(count: number, profile: ColumnProfile): number {
  return profile.filled === 0 ? 0 : count / profile.filled
}

function same(a: string, b: string): boolean {
  return wordsOf(a) === wordsOf(b)
}

function words(list: string): Set<string> {
  return new Set(list.split(',').map((entry) => entry.trim()))
}

function entries<K extends string, V>(record: Record<K, V>): [K, V][] {
  return Object.entries(record) as [K, V][]
}
