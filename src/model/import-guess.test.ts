import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import type { CustomField } from './custom-field.ts'
import { guessMapping, wordsOf } from './import-guess.ts'
import { profileColumns } from './import-profile.ts'
import { parseTable, readTable, type CsvTable } from './import-table.ts'
import { targetId } from './import-target.ts'

const STATUSES = [
  { id: 'stat_1', label: 'Potential' },
  { id: 'stat_2', label: 'Customer' },
]
const field = (name: string, type = 'text', more: Partial<CustomField> = {}): CustomField => ({
  id: `cf_${name}`,
  name,
  type,
  accepts_multiple_values: false,
  ...more,
})

function guess(table: Pick<CsvTable, 'headers' | 'rows'>, fields: CustomField[] = []) {
  const mappings = guessMapping(table.headers, profileColumns(table), { fields, statuses: STATUSES })
  return Object.fromEntries(mappings.map(({ target }, at) => [table.headers[at], targetId(target)]))
}

/** A table whose every row holds the same value under each header, unless there is a list of them. */
function table(columns: Record<string, string | string[]>) {
  const headers = Object.keys(columns)
  const rows = Array.from({ length: 8 }, (_, i) =>
    headers.map((header) => {
      const values = columns[header] ?? ''
      return typeof values === 'string' ? values : (values[i % values.length] ?? '')
    }),
  )
  return parseTable([headers, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n'))
}

describe('a header in any spelling', () => {
  test.each([
    ['Name', 'Acme', 'lead:name'],
    ['Company', 'Acme', 'lead:name'],
    ['company_name', 'Acme', 'lead:name'],
    ['Organisation', 'Acme', 'lead:name'],
    ['Firma', 'Acme', 'lead:name'],
    ['accountName', 'Acme', 'lead:name'],
    ['Website', 'acme.example', 'lead:url'],
    ['Company Website', 'https://acme.example', 'lead:url'],
    ['URL', 'acme.example', 'lead:url'],
    ['About', 'We make things.', 'lead:description'],
    ['Lead Status', 'customer', 'lead:status'],
    ['E-Mail', 'a@b.co', 'contact:email'],
    ['Email 2', 'a@b.co', 'contact:email'],
    ['Work Email', 'a@b.co', 'contact:email'],
    ['Tel.', '0301234567', 'contact:phone'],
    ['Telefon', '0301234567', 'contact:phone'],
    ['Mobile', '+49 171 123456', 'contact:mobile'],
    ['Fax', '(847) 245-6715', 'contact:fax'],
    ['Director', 'Dan Valliere', 'contact:name'],
    ['Sales Manager', 'Dan Valliere', 'contact:name'],
    ['Ansprechpartner', 'Jörg Müller', 'contact:name'],
    ['First Name', 'Dan', 'contact:first_name'],
    ['Nachname', 'Müller', 'contact:last_name'],
    ['Job Title', 'Owner', 'contact:title'],
    ['Straße', 'Am Markt 1', 'address:address_1'],
    ['Billing City', 'Leeds', 'address:city'],
    ['PLZ', '10115', 'address:zipcode'],
    ['Zip', '60623', 'address:zipcode'],
    ['Ort', 'Berlin', 'address:city'],
    ['Land', 'Deutschland', 'address:country'],
    ['Country', 'US', 'address:country'],
  ])('%s holding %j is %s', (header, value, expected) => {
    expect(guess(table({ [header]: value }))[header]).toBe(expected)
  })
})

describe('values have the last word', () => {
  test.each([
    ['Website', ['Yes', 'No'], 'new:choices'],
    ['Status', ['Open', 'Won'], 'new:choices'],
    ['Email Address', ['01/31/13', '02/01/16'], 'new:date'],
    ['Director', ['4354IT(Child Care IT Center)'], 'new:choices'],
    ['Country', ['North', 'South'], 'new:choices'],
    ['Whatever', ['a@b.co', 'c@d.ef'], 'contact:email'],
    ['Whatever', ['acme.example', 'b.example'], 'lead:url'],
    ['LinkedIn', ['linkedin.com/acme'], 'new:text'],
    ['Score', ['1', '2.5'], 'new:number'],
    ['Score', ['1', '2', 'n/a', '4', '5', '6', '7', '8'], 'new:text'],
    ['Customer ID', ['1', '2'], 'new:text'],
    ['Code number', ['007', '008'], 'new:choices'],
    ['Signed', ['2024-03-05', '2024-03-06'], 'new:date'],
    ['Signed', ['2024-03-05 10:00', '2024-03-06 11:30'], 'new:datetime'],
    ['Tags', ['a;b', 'b;c', 'a', 'c;b', 'a;c'], 'new:choices-multiple'],
    ['Tags', ['a, b', 'b, c', 'a', 'c, b', 'a, c'], 'new:choices-multiple'],
    ['Hours', ['8-11 hours, varies', '3-4 hours'], 'new:choices'],
    [
      'Remarks on offices',
      ['None; or everywhere!', 'Berlin', 'Rome; the HQ', 'x', 'y', 'z', 'q', 'w'],
      'new:text',
    ],
    ['Empty', '', 'none'],
    ['Import error', 'Not a date.', 'none'],
  ])('%s holding %j is %s', (header, values, expected) => {
    expect(guess(table({ [header]: values }))[header]).toBe(expected)
  })
})

describe('columns beside each other', () => {
  test('a field that exists is found by its name, if the values fit', () => {
    const fields = [field('Lead Source'), field('Score', 'number'), field('Secret', 'hidden')]
    const columns = { 'lead source': 'Fair', score: 'high', Secret: 'x' }
    expect(guess(table(columns), fields)).toEqual({
      'lead source': 'custom:cf_Lead Source',
      score: 'new:choices',
      Secret: 'new:choices',
    })
  })

  test('a name beside a company is a person', () => {
    expect(guess(table({ Name: 'Dan Valliere', Company: 'Acme', Email: 'a@b.co' }))).toEqual({
      Name: 'contact:name',
      Company: 'lead:name',
      Email: 'contact:email',
    })
  })

  test('of two that could be the name, the clearer one is', () => {
    expect(
      guess(table({ 'Program Name': ['A', 'B'], 'Site name': 'Acme', Notes: 'x', Description: 'y' })),
    ).toEqual({
      'Program Name': 'new:choices',
      'Site name': 'lead:name',
      Notes: 'new:choices',
      Description: 'lead:description',
    })
  })
})

test.each([
  ['companyName', 'company name'],
  ['E-Mail-Adresse', 'e mail adresse'],
  ['  Größe (m²) ', 'grosse m2'],
  ['STRASSE', 'strasse'],
])('%j in words is %j', (header, expected) => {
  expect(wordsOf(header).replace('m²', 'm2')).toBe(expected)
})

const REMOTE = '../shared/data/remote-companies.csv'
const CHILDCARE = '../shared/data/childcare-sites-labelled.csv'

describe('real files need no help', () => {
  test.skipIf(!existsSync(REMOTE))('companies that hire remotely', () => {
    const table = readTable(readFileSync(REMOTE))
    expect(guess(table)).toEqual({
      name: 'lead:name',
      website: 'lead:url',
      careers_url: 'new:text',
      region: 'new:choices',
      remote_policy: 'new:choices',
      company_size: 'new:choices',
      technologies: 'new:choices-multiple',
      added_at: 'new:date',
      updated_at: 'new:date',
      headcount_note: 'new:text',
      offices: 'new:text',
      description: 'lead:description',
    })
    const mappings = guessMapping(table.headers, profileColumns(table), { fields: [], statuses: [] })
    expect(mappings[table.headers.indexOf('technologies')]?.separator).toBe(';')
  })

  test.skipIf(!existsSync(CHILDCARE))('childcare sites, whose headers often lie', () => {
    expect(guess(readTable(readFileSync(CHILDCARE)))).toMatchObject({
      'Site name': 'lead:name',
      Address: 'address:address_1',
      Zip: 'address:zipcode',
      Phone: 'contact:phone',
      Fax: 'contact:fax',
      Website: 'new:choices',
      Director: 'none',
      'Program Name': 'new:choices',
      'Email Address': 'new:date',
      'Purple binder service type': 'contact:email',
      Id: 'new:text',
    })
  })
})
