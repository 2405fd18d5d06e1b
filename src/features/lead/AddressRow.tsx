import { countryName } from '#model/country.ts'
import type { Address } from '#model/lead.ts'
import { copyText } from '#ui/copy-text.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { Copy, Pencil, Trash2 } from 'lucide-react'
import type { RefObject } from 'react'

/** One address on a line or two, with its kind. */
export function AddressRow({
  address,
  editRef,
  onEdit,
  onRemove,
}: {
  address: Address
  /** The button that edits it, which the focus comes back to. */
  editRef?: RefObject<HTMLButtonElement | null> | undefined
  onEdit: () => void
  onRemove: () => void
}) {
  const name = addressName(address)
  return (
    <li className="group -mx-2 flex items-start gap-2 rounded-md px-2 py-1 focus-within:bg-hover hover:bg-hover">
      <address className="min-w-0 flex-1 py-1 wrap-break-word not-italic">
        {lines(address).join(', ') || 'Empty address'}
        {address.label && <span className="pl-2 text-2xs text-faint">{address.label}</span>}
      </address>
      <div className="flex shrink-0 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
        <IconButton
          label={`Copy address ${name}`}
          icon={<Copy />}
          onClick={() => void copyText(lines(address).join(', '))}
        />
        <IconButton ref={editRef} label={`Edit address ${name}`} icon={<Pencil />} onClick={onEdit} />
        <IconButton label={`Remove address ${name}`} icon={<Trash2 />} onClick={onRemove} />
      </div>
    </li>
  )
}

/** What tells an address from its neighbours in a few words. */
export function addressName(address: Address): string {
  return address.address_1 || address.city || lines(address).join(', ') || address.label || ''
}

function lines(address: Address): string[] {
  const { city, state, zipcode } = address
  const country = address.country ? countryName(address.country) : ''
  const place = CODE_LAST.has(address.country ?? '')
    ? [city, joined(state, zipcode)]
    : [joined(zipcode, city), state]
  return [address.address_1, address.address_2, ...place, country].filter((line): line is string => !!line)
}

/** Countries that write the postal code behind the town. */
const CODE_LAST: ReadonlySet<string> = new Set(['', 'US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'IN', 'BR', 'SG'])

function joined(...parts: (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ')
}
