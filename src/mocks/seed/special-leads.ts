import type { ContactWish } from './contacts.ts'

/** A lead of which some parts are given; the others are made up. */
export type LeadWish = {
  /** Null for a lead without a name. */
  name?: string | null
  domain?: string
  status?: string
  description?: string
  contacts?: ContactWish[]
  addresses?: Record<string, string>[]
  /** Days before the data set was made. */
  age?: number
}

/** The ones that open a data set: a familiar name, then names that test a screen. */
export const SPECIAL_LEADS: readonly LeadWish[] = [
  {
    name: 'Bluth Company',
    domain: 'bluth.example',
    status: 'Potential',
    description: 'Real estate development in Newport Beach. There is always money in the banana stand.',
    age: 0.2,
    contacts: [
      {
        name: 'Gob Bluth',
        title: 'Sr. Vice President',
        emails: ['gob@bluth.example', 'gob@magic-alliance.example'],
        phones: ['+1 949-555-0143'],
      },
      {
        name: 'Michael Bluth',
        title: 'President',
        emails: ['michael@bluth.example'],
        phones: ['+1 949-555-0117'],
      },
      { name: 'Lucille Bluth', title: 'Board member', phones: ['+1 949-555-0101', '+1 949-555-0102'] },
    ],
    addresses: [
      {
        label: 'business',
        address_1: '1 Sudden Valley Road',
        address_2: 'Model Home',
        city: 'Newport Beach',
        state: 'CA',
        zipcode: '92660',
        country: 'US',
      },
      {
        label: 'other',
        address_1: 'Balboa Boardwalk',
        address_2: 'Banana Stand',
        city: 'Newport Beach',
        state: 'CA',
        zipcode: '92661',
        country: 'US',
      },
    ],
  },
  { name: 'Q', domain: 'q.example' },
  {
    name: 'The Bluth Company, Inc.',
    domain: 'bluth.example',
    status: 'Interested',
    contacts: [
      { name: 'GOB Bluth', title: 'Magician', emails: ['gob@bluth.example'], phones: ['+1 949-555-0143'] },
    ],
  },
  {
    name: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Community Wool Growers, Spinners and Knitters Co-operative Society Limited (in association with the Menai Straits Ferry Preservation Trust)',
    domain: 'menai-wool.example',
  },
  { name: null, contacts: [{ name: 'Asha Verma', title: 'Owner', emails: ['asha@northwind.example'] }] },
  { name: 'Smith, Jones & Daughters "Fine Goods", Inc.', domain: 'smith-jones-daughters.example' },
  {
    name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    domain: 'donaudampf.example',
  },
  { name: '<b>Bold</b> Brewing', domain: 'bold-brewing.example' },
  { name: null, contacts: [] },
  { name: '☕ Café Zürich – Παρίσι 東京 🥐', domain: 'cafe-zuerich.example' },
  { name: 'شركة ABC 24/7 للتجارة (دبي)', domain: 'abc-trading.example' },
  { name: '=SUM(A1:A9) Consulting', domain: 'sum-consulting.example' },
  { name: "D'Arcy O'Néill-Þórsson", domain: 'darcy-oneill.example' },
  {
    name: '株式会社寿限無寿限無五劫の擦り切れ海砂利水魚の水行末雲来末風来末食う寝る処に住む処',
    domain: 'jugemu.example',
  },
  { name: 'null', domain: 'null-and-void.example' },
  {
    name: 'northwind bakery',
    domain: 'northwind.example',
    contacts: [{ name: 'A. Verma', emails: ['asha@northwind.example'] }],
  },
]

/** Every so many leads the next special one comes, so that they don't all stand together. */
export const SPECIAL_EVERY = 3
