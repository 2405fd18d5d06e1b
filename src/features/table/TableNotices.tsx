import type { LeadList } from '#data/use-lead-list.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import type { ReactNode } from 'react'

/** What is wrong although rows are there: they may be old, columns may be missing, the order may end early. */
export function TableNotices({
  list,
  schemaError,
  onSchemaRetry,
}: {
  list: LeadList
  schemaError: Error | null
  onSchemaRetry: () => void
}) {
  const hasRows = list.loaded > 0
  const count = list.count ?? 0
  return (
    <>
      {schemaError && (
        <Notice onRetry={onSchemaRetry}>
          Custom fields could not be loaded. {describeFailure(toFailure(schemaError))}
        </Notice>
      )}
      {list.error && hasRows && (
        <Notice
          onRetry={() => (count > list.loaded ? list.reach(list.loaded) : list.refetch())}
          retrying={list.isFetching}
        >
          The latest leads could not be loaded, so this may be out of date.{' '}
          {describeFailure(toFailure(list.error))}
        </Notice>
      )}
      {hasRows && count > list.reachable && (
        <Banner className="mx-3 mb-2">
          Only the first {list.reachable.toLocaleString('en-US')} can be shown in this order. Sort by Created
          or narrow the search to see the others.
        </Banner>
      )}
    </>
  )
}

function Notice({
  children,
  onRetry,
  retrying,
}: {
  children: ReactNode
  onRetry: () => void
  retrying?: boolean
}) {
  return (
    <Banner
      tone="bad"
      live
      className="mx-3 mb-2"
      actions={
        <Button size="sm" onClick={onRetry} busy={retrying}>
          Retry
        </Button>
      }
    >
      {children}
    </Banner>
  )
}
