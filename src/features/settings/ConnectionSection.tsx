import { apiAddress } from '#data/connection.ts'
import { askToSignOut, credentialKind } from '#data/session.ts'
import { settingsQueries } from '#data/settings-queries.ts'
import { useSession } from '#data/use-session.ts'
import { toFailure } from '#model/failure.ts'
import { userName } from '#model/organization.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { useQuery } from '@tanstack/react-query'
import { LogOut } from 'lucide-react'
import type { ReactNode } from 'react'

import { ConnectionOrganization } from './ConnectionOrganization.tsx'
import { failureText } from './failure-text.ts'
import { SettingsSection } from './SettingsSection.tsx'

/** What the app talks to, and as whom. */
export function ConnectionSection({ id, isDemo }: { id: string; isDemo: boolean }) {
  const me = useQuery(settingsQueries.me())
  const organization = useQuery(settingsQueries.organization())
  const error = me.error ?? organization.error
  const isTrying = me.isFetching || organization.isFetching
  useSession() // where the key is changes with it
  const credentials = isDemo ? null : credentialKind()

  return (
    <SettingsSection id={id} title="Connection">
      <div className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4">
        {error && (
          <Banner
            tone="bad"
            live
            actions={
              <Button
                size="sm"
                busy={isTrying}
                onClick={() => void me.refetch().then(() => organization.refetch())}
              >
                Try again
              </Button>
            }
          >
            {failureText(error)} {whatToDo(error)}
          </Banner>
        )}
        <dl className="grid gap-x-6 gap-y-2.5 sm:grid-cols-[9rem_1fr]">
          <Fact name="Data">
            {isDemo
              ? 'Demo: made-up data that never leaves this browser'
              : 'Live: your organisation in Close'}
          </Fact>
          <Fact name="Organisation">
            {isDemo || !me.data || !organization.data || me.data.organizations.length < 2 ? (
              (organization.data?.name ?? me.data?.organizations[0]?.name ?? <Unknown isPending={isTrying} />)
            ) : (
              <ConnectionOrganization all={me.data.organizations} current={organization.data} />
            )}
          </Fact>
          <Fact name="Signed in as">
            {me.data ? <Person {...me.data} /> : <Unknown isPending={isTrying} />}
          </Fact>
          <Fact name="API address">
            <span className="font-mono text-xs break-all">{apiAddress()}</span>
          </Fact>
          {credentials && (
            <Fact name={credentials === 'gateway' ? 'Access' : 'API key'}>
              {WHERE_THE_KEY_IS[credentials]}
            </Fact>
          )}
        </dl>
        {credentials && credentials !== 'proxy' && (
          <div>
            <Button icon={<LogOut />} onClick={() => askToSignOut(true)}>
              Sign out
            </Button>
          </div>
        )}
      </div>
    </SettingsSection>
  )
}

const WHERE_THE_KEY_IS = {
  key: 'In the memory of this page: a reload asks for it again',
  'kept-key': 'Kept for this tab until it is closed',
  gateway: 'Through your account at Close, in a cookie that no script of this page can read',
  proxy: 'Added by the server that this page came from; this browser holds none',
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-muted max-sm:-mb-2 max-sm:text-xs">{name}</dt>
      <dd className="min-w-0 wrap-break-word">{children}</dd>
    </div>
  )
}

function Person(me: Parameters<typeof userName>[0]) {
  const name = userName(me)
  return (
    <>
      {name}
      {me.email && me.email !== name && <span className="text-muted"> · {me.email}</span>}
    </>
  )
}

function Unknown({ isPending }: { isPending: boolean }) {
  return isPending ? <Skeleton className="my-1 w-40" /> : <span className="text-muted">Unknown</span>
}

function whatToDo(error: unknown): string {
  const failure = toFailure(error)
  if (failure.kind === 'contract') return 'Check that the server of this page passes /api/v1/ on to Close.'
  const isRefused = failure.kind === 'http' && (failure.status === 401 || failure.status === 403)
  return isRefused ? 'Check the API key that this site uses for Close.' : ''
}
