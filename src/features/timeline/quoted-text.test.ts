import fc from 'fast-check'
import { expect, test } from 'vitest'

import { splitQuotedText } from './quoted-text.ts'

test.each<[string, string, string]>([
  ['Hello', 'Hello', ''],
  [
    'Yes.\n\nOn Mon, Mar 2, 2026 at 9:00 AM Ana <a@b.example> wrote:\n> Ok?',
    'Yes.',
    'On Mon, Mar 2, 2026 at 9:00 AM Ana <a@b.example> wrote:\n> Ok?',
  ],
  [
    'Ja.\nAm 02.03.2026 um 09:00 schrieb Ana Díaz:\n> Gut?',
    'Ja.',
    'Am 02.03.2026 um 09:00 schrieb Ana Díaz:\n> Gut?',
  ],
  [
    'Oui\nLe lun. 2 mars 2026 à 09:00, Ana a écrit :\n> Bon ?',
    'Oui',
    'Le lun. 2 mars 2026 à 09:00, Ana a écrit :\n> Bon ?',
  ],
  [
    'Yes.\nOn Mon, Mar 2, 2026 at 9:00 AM Ana\n<a@b.example> wrote:\nOk?',
    'Yes.',
    'On Mon, Mar 2, 2026 at 9:00 AM Ana\n<a@b.example> wrote:\nOk?',
  ],
  ['Fine\r\n-----Original Message-----\r\nFrom: x', 'Fine', '-----Original Message-----\nFrom: x'],
  ['Yes\n> one\n> two\n\n', 'Yes', '> one\n> two'],
  ['> one\nmy answer\n> two\nand more', '> one\nmy answer\n> two\nand more', ''],
  ['> all\n> quoted', '> all\n> quoted', ''],
  ['On Monday we met.', 'On Monday we met.', ''],
  ['', '', ''],
])('%j', (text, own, quoted) => {
  expect(splitQuotedText(text)).toEqual({ own, quoted })
})

test('no word is lost', () => {
  const line = fc.constantFrom('hello', '> old', '', 'On Mon, Mar 2, 2026 Ana wrote:', '____________________')
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join('\n')
      const { own, quoted } = splitQuotedText(text)
      const squeezed = (part: string) => part.replace(/\s+/g, ' ').trim()
      expect(squeezed(`${own}\n${quoted}`)).toBe(squeezed(text))
    }),
  )
})
