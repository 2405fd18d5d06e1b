import { API_BASE } from '#api/http.ts'

/** The address that requests go to, for a person to read. */
export function apiAddress(): string {
  return new URL(`${API_BASE}/`, location.origin).href
}
