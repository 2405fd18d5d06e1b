export function NewLeadForm(_props: object) {
  return null
}
