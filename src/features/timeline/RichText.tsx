import { Button } from '#ui/Button.tsx'
import { ImageDown } from 'lucide-react'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'

import './rich-text.css'
import { safeHtml, showPictures } from './safe-html.ts'

/** HTML of a note or an e-mail, made safe. Pictures of other servers are loaded only when asked for. */
export function RichText({ html }: { html: string }) {
  const { nodes, pictures } = useMemo(() => safeHtml(html), [html])
  const box = useRef<HTMLDivElement>(null)
  /** The HTML whose pictures were asked for. */
  const [loaded, setLoaded] = useState<string | null>(null)

  useLayoutEffect(() => box.current?.replaceChildren(...nodes), [nodes])

  return (
    <div className="flex flex-col items-start gap-1.5">
      {pictures.length > 0 && loaded !== html && (
        <Button
          size="sm"
          icon={<ImageDown />}
          onClick={() => {
            showPictures(pictures)
            setLoaded(html)
          }}
        >
          {pictures.length === 1 ? 'Load 1 remote picture' : `Load ${pictures.length} remote pictures`}
        </Button>
      )}
      <div ref={box} dir="auto" className="rich-text w-full min-w-0" />
    </div>
  )
}
