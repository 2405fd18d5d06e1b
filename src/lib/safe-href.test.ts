import { expect, test } from 'vitest'
import { safeHref } from './safe-href.ts'

test.each([
  ['https://bluth.com/about?x=1#y', 'https://bluth.com/about?x=1#y'],
  [' http://bluth.com ', 'http://bluth.com'],
  ['bluth.com', 'https://bluth.com'],
  ['bluth.com:8080/a', 'https://bluth.com:8080/a'],
  ['www.müller.de/über', 'https://www.müller.de/über'],
  ['mailto:gob@bluth.com', 'mailto:gob@bluth.com'],
  ['tel:+15551234', 'tel:+15551234'],
  ['HTTPS://BLUTH.COM', 'HTTPS://BLUTH.COM'],
  ['javascript:alert(1)', null],
  ['JaVaScRiPt:alert(1)', null],
  ['java\nscript:alert(1)', null],
  ['\u0001javascript:alert(1)', null],
  ['data:text/html,<b>', null],
  ['vbscript:x', null],
  ['blob:https://bluth.com/1', null],
  ['file:///etc/passwd', null],
  ['//evil.example', null],
  ['/leads', null],
  ['http://', null],
  ['not an address', null],
  ['bluth', null],
  ['', null],
])('the link of %j is %j', (text, href) => {
  expect(safeHref(text)).toBe(href)
})
