import { AUTHORED } from './authored.ts'
import { optional, stored, type View } from './view.ts'

/** A custom field's definition as the API sends it. Source: Custom Fields; contract 14. */
export const CUSTOM_FIELD_VIEW: View = {
  id: stored('id'),
  organization_id: stored('organization_id'),
  name: stored('name'),
  description: stored('description'),
  type: stored('type'),
  choices: stored('choices'),
  accepts_multiple_values: stored('accepts_multiple_values', false),
  editable_with_roles: stored('editable_with_roles', []),
  is_shared: (_reader, field) => field['object_type'] === 'shared',
  referenced_custom_type_id: stored('referenced_custom_type_id'),
  back_reference_is_visible: stored('back_reference_is_visible', false),
  custom_activity_type_id: optional('custom_activity_type_id'),
  custom_object_type_id: optional('custom_object_type_id'),
  converting_to_type: optional('converting_to_type'),
  required: (_reader, field) =>
    field['object_type'] === 'activity' || field['object_type'] === 'custom_object_type'
      ? (field['required'] ?? false)
      : undefined,
  associations: (_reader, field) =>
    field['object_type'] === 'shared' ? (field['associations'] ?? []) : undefined,
  ...AUTHORED,
}
