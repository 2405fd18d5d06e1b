/** Links to the sections of the settings page, for screens with room beside them. */
export function SettingsNav({ sections }: { sections: readonly { id: string; title: string }[] }) {
  return (
    <nav aria-label="Settings sections" className="sticky top-6 hidden w-40 shrink-0 self-start lg:block">
      <ul className="-ml-2.5 flex flex-col gap-0.5">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="flex h-8 items-center rounded-md px-2.5 text-muted hover:bg-hover hover:text-text"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
