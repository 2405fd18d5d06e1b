// @vitest-environment happy-dom
import { noteHtml } from '#model/note-markup.ts'
import { expect, test } from 'vitest'

import { noteSource } from './note-source.ts'

test.each([
  ['<body><p>one</p><p>two</p></body>', 'one\ntwo'],
  ['<body><h1>Plan</h1><ul><li>flour</li><li><b>yeast</b></li></ul></body>', '# Plan\n- flour\n- **yeast**'],
  ['<body><p>a <i>b</i> <s>c</s> <code>d</code><br>e</p></body>', 'a *b* ~~c~~ `d`\ne'],
  ['<body><p>2 * 3 [x] _y_</p></body>', '2 \\* 3 \\[x\\] \\_y\\_'],
  ['<body><p># no heading</p></body>', '\\# no heading'],
  [
    '<body><p><a href="https://a.example/">site</a> https://b.example</p></body>',
    '[site](https://a.example/) https://b.example',
  ],
  ['<body><p>a</p><hr/><p>b</p></body>', 'a\n---\nb'],
])('%s is typed as %j, and nothing is lost', (html, markup) => {
  const source = noteSource(html)
  expect(source).toEqual({ markup, isWhole: true })
  expect(noteSource(noteHtml(markup)).markup).toBe(markup)
})

test.each([
  '<body><p>a<img src="https://a.example/x.png"/></p></body>',
  '<body><p><span style="color:red">a</span></p></body>',
  '<body><ul><li>a<ul><li>b</li></ul></li></ul></body>',
  '<body><p><u>a</u></p></body>',
])('%s is known to lose some of its looks', (html) => {
  expect(noteSource(html)).toMatchObject({ isWhole: false })
  expect(noteSource(html).markup).toContain('a')
})

test('a plain note is typed as it is', () => {
  expect(noteSource(null, 'a *b*\nc')).toEqual({ markup: 'a \\*b\\*\nc', isWhole: true })
})
