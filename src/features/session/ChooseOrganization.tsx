import { chooseOrganization } from '#data/session.ts'
import type { Me } from '#model/organization.ts'
import { Button } from '#ui/Button.tsx'
import { Logo } from '#ui/Logo.tsx'

import { SessionPage } from './SessionPage.tsx'

/** Asks a person of several organisations which one to work in. */
export function ChooseOrganization({ me }: { me: Me }) {
  return (
    <SessionPage>
      <Logo />
      <h1 className="pt-5 pb-1 text-xl font-semibold">Choose an organisation</h1>
      <p className="pb-4 text-sm text-muted">
        You belong to several. This tab remembers which one you chose.
      </p>
      <ul className="flex flex-col gap-2">
        {me.organizations.map(({ id, name }) => (
          <li key={id}>
            <Button className="w-full justify-start" onClick={() => chooseOrganization(id)}>
              <span className="truncate">{name || id}</span>
            </Button>
          </li>
        ))}
      </ul>
    </SessionPage>
  )
}
