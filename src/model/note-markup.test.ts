import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { escapeMarkup, hasFormatting, markupText, noteHtml } from './note-markup.ts'

test.each([
  ['Called back, wants samples.', '<p>Called back, wants samples.</p>'],
  ['one\ntwo\n\nthree', '<p>one</p><p>two</p><p>three</p>'],
  ['# Plan\nbuy', '<h1>Plan</h1><p>buy</p>'],
  ['- flour\n- yeast\nand so on', '<ul><li>flour</li><li>yeast</li></ul><p>and so on</p>'],
  ['* flour', '<ul><li>flour</li></ul>'],
  ['1. first\n2. second', '<p>1. first</p><p>2. second</p>'],
  ['a\n---\nb', '<p>a</p><hr/><p>b</p>'],
  [
    '**bold** and *italic* and _italic_',
    '<p><strong>bold</strong> and <em>italic</em> and <em>italic</em></p>',
  ],
  ['**bold with *italic* in it**', '<p><strong>bold with <em>italic</em> in it</strong></p>'],
  ['~~old~~ `**code**`', '<p><s>old</s> <code>**code**</code></p>'],
  ['2 * 3 * 4 and snake_case_name', '<p>2 * 3 * 4 and snake_case_name</p>'],
  ['\\*not italic\\*', '<p>*not italic*</p>'],
  ['[their site](https://a.example/x_(y))', '<p><a href="https://a.example/x_(y)">their site</a></p>'],
  [
    'see https://a.example/p?q=1&r=2.',
    '<p>see <a href="https://a.example/p?q=1&amp;r=2">https://a.example/p?q=1&amp;r=2</a>.</p>',
  ],
  ['[run](javascript:alert(1))', '<p>[run](javascript:alert(1))</p>'],
  ['a < b & "c" <script>', '<p>a &lt; b &amp; &quot;c&quot; &lt;script&gt;</p>'],
])('%j becomes %s', (markup, html) => {
  expect(noteHtml(markup)).toBe(`<body>${html}</body>`)
})

const signs = (all: string) => fc.constantFrom(...all.split(''))

test('any words, kept as they are, read the same and are not formatted', () => {
  const words = fc.string({ unit: signs('ab*_~`[]()#-•\\ 1.&<') }).map((text) => text.trim())
  fc.assert(
    fc.property(words, (text) => {
      const markup = escapeMarkup(text)
      expect(markupText(markup)).toBe(text)
      expect(hasFormatting(markup)).toBe(false)
    }),
  )
})

test('whatever is typed, no tag comes in but our own', () => {
  const allowed = /^<\/?(body|p|h1|ul|li|hr|strong|em|s|code|a)( href="(https?:|mailto:|tel:)[^"<>]*")?\/?>$/
  fc.assert(
    fc.property(fc.string({ unit: signs('ab*_~`[]()#-\\ <>/"\n:h') }), (markup) => {
      for (const tag of noteHtml(markup).match(/<[^>]*>/g) ?? []) expect(tag).toMatch(allowed)
    }),
  )
})
