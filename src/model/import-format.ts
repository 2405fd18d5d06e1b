export type TextEncoding = (typeof TEXT_ENCODINGS)[number]

/** Encodings that a file may be read in, the likeliest first. */
export const TEXT_ENCODINGS = [
  'utf-8',
  'windows-1252',
  'utf-16le',
  'utf-16be',
  'iso-8859-2',
  'windows-1251',
  'shift_jis',
  'gb18030',
  'euc-kr',
] as const

export const DELIMITERS = [
  { id: ',', label: 'Comma' },
  { id: ';', label: 'Semicolon' },
  { id: '\t', label: 'Tab' },
  { id: '|', label: 'Pipe' },
] as const
