import type { Rec } from '#mocks/engine/state.ts'
import { INDUSTRIES } from './locales.ts'

/** The custom fields of a demo organisation. */

export const TECHNOLOGIES = [
  'Barcode scanners',
  'Cloud ERP',
  'Electronic invoicing',
  'IoT sensors',
  'Legacy mainframe',
  'Point of sale',
  'Route planning',
  'Web shop',
]
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
export const LANGUAGES = [
  'English',
  'Deutsch',
  'Français',
  'Español',
  'Português',
  '日本語',
  '中文',
  'العربية',
  'हिन्दी',
]
export const PRIORITIES = ['High', 'Medium', 'Low']
export const PRODUCTS = [
  'Starter kit',
  'Annual plan',
  'Data migration',
  'On-site training',
  'Premium support',
]

export type Definition = {
  on: 'lead' | 'contact' | 'opportunity' | 'shared'
  name: string
  type: string
  choices?: readonly string[]
  multiple?: true
  description?: string
}

/** One lead field of each type and arity, and a field for each other kind of object. In display order. */
export const FIELDS = {
  industry: { on: 'lead', name: 'Industry', type: 'choices', choices: INDUSTRIES },
  employees: { on: 'lead', name: 'Employees', type: 'number', description: 'Full-time, all sites' },
  owner: { on: 'lead', name: 'Owner', type: 'user', description: 'Who answers for this lead' },
  team: { on: 'lead', name: 'Account team', type: 'user', multiple: true },
  technologies: {
    on: 'lead',
    name: 'Systems',
    type: 'choices',
    choices: TECHNOLOGIES,
    multiple: true,
    description: 'What they have in use today',
  },
  deliveryDays: { on: 'lead', name: 'Delivery days', type: 'choices', choices: WEEKDAYS, multiple: true },
  renewal: {
    on: 'lead',
    name: 'Renewal date',
    type: 'date',
    description: 'When their current contract ends',
  },
  demo: { on: 'lead', name: 'Last demo', type: 'datetime' },
  decisionMaker: { on: 'lead', name: 'Decision maker', type: 'contact' },
  champions: {
    on: 'lead',
    name: 'Champions',
    type: 'contact',
    multiple: true,
    description: 'Who is on our side',
  },
  taxId: { on: 'lead', name: 'Tax id', type: 'text' },
  importKey: {
    on: 'lead',
    name: 'Import key',
    type: 'hidden',
    description: 'Key of the row in the old database',
  },
  priority: { on: 'shared', name: 'Priority', type: 'choices', choices: PRIORITIES },
  language: { on: 'contact', name: 'Preferred language', type: 'choices', choices: LANGUAGES },
  months: { on: 'opportunity', name: 'Contract length', type: 'number', description: 'In months' },
} satisfies Record<string, Definition>

/** More of them, whose ids are drawn last, so that everything else keeps the ids that it had without them. */
export const LATER_FIELDS = {
  products: {
    on: 'opportunity',
    name: 'Products',
    type: 'choices',
    choices: PRODUCTS,
    multiple: true,
    description: 'What they want to buy',
  },
  engineer: { on: 'opportunity', name: 'Sales engineer', type: 'user' },
} satisfies Record<string, Definition>

export type FieldName = keyof typeof FIELDS | keyof typeof LATER_FIELDS

/** Kinds of objects that carry the shared field. */
export const SHARED_BY = ['lead', 'contact', 'opportunity'] as const

/** A definition as the engine stores it. */
export function customField(id: string, definition: Definition, authored: Record<string, unknown>): Rec {
  const { on, name, type, choices, multiple = false, description } = definition
  return {
    id,
    object_type: on,
    name,
    description: description ?? null,
    type,
    choices: choices ? [...choices] : null,
    accepts_multiple_values: multiple,
    editable_with_roles: [],
    ...(on === 'shared' && {
      associations: SHARED_BY.map((objectType) => ({
        object_type: objectType,
        custom_activity_type_id: null,
        custom_object_type_id: null,
        editable_with_roles: [],
        required: false,
      })),
    }),
    ...authored,
  }
}
