import { leadQueries } from '#data/lead-queries.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** A person who reads on gets this far ahead; one who leafs through fast asks for nothing that is not looked at. */
const READING_MS = 400

/** Reads the lead at an address of the table in advance, so that going on to it waits for nothing. */
export function useNextLead(href: string | null): void {
  const client = useQueryClient()
  useEffect(() => {
    const id = href && /^\/leads\/([^/?#]+)/.exec(href)?.[1]
    if (!id) return
    const timer = setTimeout(
      () => void client.prefetchQuery(leadQueries.detail(decodeURIComponent(id))),
      READING_MS,
    )
    return () => clearTimeout(timer)
  }, [client, href])
}
