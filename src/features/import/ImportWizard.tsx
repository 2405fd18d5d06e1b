export function ImportWizard(_props: object) {
  return null
}
