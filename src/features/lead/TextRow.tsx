import { FieldGroup } from '#fields/FieldGroup.tsx'
import { InlineText } from '#fields/InlineText.tsx'
import { safeHref } from '#lib/safe-href.ts'
import { copyText } from '#ui/copy-text.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { Copy, ExternalLink } from 'lucide-react'
import { memo } from 'react'

import { HistoryField } from './HistoryField.tsx'
import { useLeadField } from './use-lead-field.ts'

/** A lead's URL or description, edited in place. */
export const TextRow = memo(function TextRow({
  leadId,
  field,
  label,
  value,
}: {
  leadId: string
  field: 'url' | 'description'
  label: string
  value: string
}) {
  const { save, set } = useLeadField<string>(leadId, field, label)
  const href = field === 'url' ? safeHref(value) : null
  return (
    <HistoryField leadId={leadId} field={field} label={label}>
      <FieldGroup label={label}>
        <InlineText
          label={label}
          value={value}
          save={save}
          onCommit={set}
          type={field === 'url' ? 'url' : 'text'}
          multiline={field === 'description'}
          trailing={
            href && (
              <>
                {/* By keyboard the text is copied from its box. */}
                <IconButton
                  label={`Copy ${value}`}
                  icon={<Copy />}
                  size="xs"
                  tabIndex={-1}
                  onClick={() => void copyText(value)}
                  className="opacity-0 group-hover/field:opacity-100 pointer-coarse:hidden"
                />
                <a
                  href={href}
                  target="_blank"
                  rel="noopener noreferrer"
                  aria-label={`Open ${value} in a new tab`}
                  data-tooltip="Open in a new tab"
                  className="inline-flex size-6 items-center justify-center rounded-sm text-muted hover:bg-hover hover:text-accent pointer-coarse:size-10"
                >
                  <ExternalLink aria-hidden className="size-3.5" />
                </a>
              </>
            )
          }
        />
      </FieldGroup>
    </HistoryField>
  )
})
