import { EmailLink } from '#fields/EmailLink.tsx'
import { PhoneLink } from '#fields/PhoneLink.tsx'
import { UrlLink } from '#fields/UrlLink.tsx'
import type { Contact } from '#model/lead.ts'
import { Button } from '#ui/Button.tsx'
import { Globe, Mail, Phone } from 'lucide-react'
import { useState } from 'react'

import { ContactPoint } from './ContactPoint.tsx'

/** More than these are folded away. */
const SHOWN = 5

/** A contact's e-mails, phones and URLs, in that order; the first e-mail and phone are the primary ones. */
export function ContactPoints({ contact, name }: { contact: Contact; name: string }) {
  const [isOpen, setOpen] = useState(false)
  const emails = contact.emails ?? []
  const phones = contact.phones ?? []
  const urls = contact.urls ?? []
  const lines = [
    ...emails.map((email, i) => (
      <ContactPoint
        key={`email ${i}`}
        icon={<Mail />}
        type={email.type}
        text={email.email}
        isPrimary={i === 0 && emails.length > 1}
        isUnsubscribed={email['is_unsubscribed'] === true}
      >
        <EmailLink email={email.email} />
      </ContactPoint>
    )),
    ...phones.map((phone, i) => (
      <ContactPoint
        key={`phone ${i}`}
        icon={<Phone />}
        type={phone.type}
        text={phone.phone}
        isPrimary={i === 0 && phones.length > 1}
      >
        <PhoneLink phone={phone.phone} formatted={phone.phone_formatted} />
      </ContactPoint>
    )),
    ...urls.map((url, i) => (
      <ContactPoint key={`url ${i}`} icon={<Globe />} type={url.type} text={url.url}>
        <UrlLink url={url.url} />
      </ContactPoint>
    )),
  ]
  if (lines.length === 0) return null
  const hidden = lines.length - SHOWN
  const isFolded = hidden > 1
  return (
    <div>
      <ul aria-label={`How to reach ${name}`}>{isFolded && !isOpen ? lines.slice(0, SHOWN) : lines}</ul>
      {isFolded && (
        <Button
          variant="ghost"
          size="sm"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="-ml-2 aria-expanded:bg-transparent"
        >
          {isOpen ? 'Show fewer' : `Show ${hidden} more`}
        </Button>
      )}
    </div>
  )
}
