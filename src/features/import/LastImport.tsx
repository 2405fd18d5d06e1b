import { RouteLink } from '#lib/navigation.ts'
import { Banner } from '#ui/Banner.tsx'
import { linkClass } from '#ui/link-class.ts'
import { formatNumber } from '#fields/value-format.ts'
import { useState } from 'react'

import { recallImport, rememberImport } from './import-memory.ts'
import { countOf } from './import-words.ts'

/** What became of the import before, while its file is gone: the page was loaded anew. */
export function LastImport({ leadsHref }: { leadsHref: string }) {
  const [memory, setMemory] = useState(recallImport)
  if (!memory) return null
  const { fileName, imported, total, failed, skipped, isComplete } = memory
  const more = [
    failed > 0 && `${formatNumber(failed)} failed`,
    skipped > 0 && `${formatNumber(skipped)} skipped`,
  ]
  return (
    <Banner
      tone={isComplete && failed === 0 ? 'good' : 'warn'}
      onDismiss={() => {
        rememberImport(null)
        setMemory(null)
      }}
    >
      <strong className="font-medium break-all">{fileName}</strong>
      {`: ${formatNumber(imported)} of ${countOf(total, 'row')} imported`}
      {more.filter(Boolean).map((text) => `, ${String(text)}`)}.{' '}
      {!isComplete &&
        'It was interrupted. Choose the file again: rows whose lead exists by then are skipped. '}
      <RouteLink to={leadsHref} className={linkClass}>
        Show the imported leads
      </RouteLink>
    </Banner>
  )
}
