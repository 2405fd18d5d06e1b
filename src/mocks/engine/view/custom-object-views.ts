import { fieldsInOrder } from '#mocks/engine/custom-order.ts'
import type { Reader, Rec } from '#mocks/engine/state.ts'
import { AUTHORED_NAIVELY } from './authored.ts'
import { CUSTOM_FIELD_VIEW } from './custom-field-view.ts'
import { render, stored, type View, type ViewContext } from './view.ts'

/** Custom objects and their types: newer objects, whose timestamps have no offset. Source: contract 3, 7, 14. */

export const CUSTOM_OBJECT_VIEW: View = {
  id: stored('id'),
  organization_id: stored('organization_id'),
  custom_object_type_id: stored('custom_object_type_id'),
  lead_id: stored('lead_id'),
  name: stored('name'),
  ...AUTHORED_NAIVELY,
}

export const CUSTOM_OBJECT_TYPE_VIEW: View = {
  id: stored('id'),
  organization_id: stored('organization_id'),
  name: stored('name'),
  name_plural: stored('name_plural'),
  description: stored('description'),
  api_create_only: stored('api_create_only', false),
  editable_with_roles: stored('editable_with_roles', []),
  fields: (reader, type, ctx) =>
    fieldsInOrder(reader, 'custom_object', type.id).map((field) => fieldOf(reader, field, ctx)),
  /** Fields of other objects that refer to this type. */
  back_reference_fields: (reader, type, ctx) =>
    [...reader.all('custom_field')]
      .filter((field) => field['referenced_custom_type_id'] === type.id)
      .map((field) => fieldOf(reader, field, ctx)),
  ...AUTHORED_NAIVELY,
}

function fieldOf(reader: Reader, field: Rec, ctx: ViewContext): Record<string, unknown> {
  return render(CUSTOM_FIELD_VIEW, reader, field, undefined, ctx)
}
