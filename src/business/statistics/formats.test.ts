/** Whatever anybody sends, nothing is counted that we did not know beforehand; and no message takes long. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { devices, families } from './browser.ts'
import { readGoatCounter, readOwn, readPlausible, readUmami, type Sent } from './formats.ts'
import type { Known } from './known.ts'
import { readGoatCounterHits, readUmamiBatch } from './many.ts'
import { dropReasons } from './measure.ts'
import { stays } from './stay.ts'
import { countsOf } from './visit.ts'

const known: Known = {
  pages: new Set(['/', '/om-oss']),
  sites: new Map([['gaver.example', { pages: new Set(['/', '/om-oss']), beneath: ['/blogg/'], asksFirst: true }]]),
  campaigns: new Set(['host-2026']),
  origins: new Map([['https://gaver.example', 'gaver.example']]),
  hosts: new Set(['gaver.example', 'ntcprofil.example']),
  tellsGoogle: false,
}

const values: Readonly<Record<string, (value: string) => boolean>> = {
  page: (value) => ['gaver.example/', 'gaver.example/om-oss', 'gaver.example/blogg/*', '/', '/om-oss'].includes(value),
  campaign: (value) => value === 'host-2026',
  referrer: (value) => /^[a-z0-9.-]{4,60}$/.test(value) && !/\d{5}|[0-9a-f]{12}|^[\d.]+$/.test(value),
  language: (value) => /^(?:[a-z]{2}|other)$/.test(value),
  region: (value) => /^(?:[A-Z]{2}|other)$/.test(value),
  device: (value) => devices.includes(value as never),
  browser: (value) => families.includes(value as never),
  stay: (value) => stays.includes(value as never),
  hour: (value) => value === '10',
  dropped: (value) => value in dropReasons,
}

/** Of somebody: an address of mail, the number of an order, a token; written in the ways that get past a careless look. */
const somebody = fc
  .constantFrom('kari@fjordbris.example', 'O-2026-00001', 'Kari Nordmann', '203.0.113.9', 'eyJhbGciOiJIUzI1NiJ9.kari')
  .chain((text) =>
    fc.constantFrom(
      text,
      encodeURIComponent(text),
      encodeURIComponent(encodeURIComponent(text)),
      text.replace('@', '%40').toUpperCase(),
      Array.from(text, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`).join(''),
      text.replace('@', '\uff20'),
      `\u202e${text}`,
    ),
  )
const address = fc.oneof(
  fc.tuple(fc.constantFrom('/', '/om-oss', '/blogg/', '/om-oss/', '//', ''), somebody).map(([path, who]) => path + who),
  fc.tuple(fc.constantFrom('/?q=', '/om-oss#', '/blogg/?utm_campaign='), somebody).map(([path, who]) => path + who),
  fc.constantFrom('/', '/om-oss?utm_campaign=host-2026', '/blogg/nytt', 'https://gaver.example/om-oss', '\u0000', 'https://'),
  fc.string(),
)
const referrer = fc.oneof(
  somebody,
  somebody.map((who) => `https://${encodeURIComponent(who)}:${encodeURIComponent(who)}@sok.example:8443/${who}?q=${who}`),
  somebody.map((who) => `https://${who}/`),
  fc.constantFrom(
    'https://bl\u00e5b\u00e6r.example/',
    'http://3405803785/',
    'http://[::ffff:203.0.113.9]/',
    'http://0xcb007109/',
    'https://sok.example./',
  ),
  fc.webUrl(),
  fc.string(),
)
const header = fc.oneof(
  fc.constantFrom('nb-NO-x-kari', 'nb_NO', 'nob', 'zh-Hant-TW', '*', 'nb-NO,nb;q=0.9'),
  somebody,
  fc.string(),
)
const anything = fc.oneof(address, referrer, fc.anything())

const messages = fc.oneof(
  fc.tuple(address, referrer).map(([url, from]) => ({ n: 'pageview', u: `https://gaver.example${url}`, r: from })),
  fc.tuple(address, referrer).map(([url, from]) => umami({ url, referrer: from })),
  fc.record({ type: anything, payload: fc.oneof(fc.anything(), fc.dictionary(fc.string(), anything)) }),
  fc.array(
    fc.oneof(
      address.map((url) => umami({ url })),
      fc.anything(),
    ),
    { maxLength: 4 },
  ),
  fc.record({
    hits: fc.oneof(fc.anything(), fc.array(fc.record({ path: anything, ref: anything, user_agent: anything, query: anything }))),
  }),
  fc.anything(),
)

function umami(payload: object) {
  return { type: 'event', payload: { hostname: 'gaver.example', ...payload } }
}

function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return String(value)
  }
}

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const formats = [readOwn, readUmami, readPlausible, readGoatCounter, readUmamiBatch, readGoatCounterHits]

function countsIn(sent: Sent) {
  return formats.flatMap((read) =>
    [read(sent, known)]
      .flat()
      .flatMap((seen) => (typeof seen === 'string' ? [['dropped', seen] as const] : countsOf(seen, known, '10'))),
  )
}

function sentBy({ body = '', query = '', ...headers }: Readonly<Record<string, string>>): Sent {
  const said = new Map(Object.entries({ 'user-agent': firefox, ...headers }))
  return { at: new Date('2026-11-30T09:30:00Z'), headers: { get: (name) => said.get(name) ?? null }, choice: 'yes', query, body }
}

describe('whatever is sent', () => {
  it('becomes a value that we knew beforehand, and never somebody', () => {
    fc.assert(
      fc.property(messages, address, referrer, header, (message, page, from, language) => {
        const query = new URLSearchParams({ p: page, r: from }).toString()
        const sent = sentBy({ body: written(message), query, origin: 'https://gaver.example', 'accept-language': language })
        for (const [measure, value] of countsIn(sent))
          expect([measure, value, values[measure]!(value)]).toEqual([measure, value, true])
        const all = countsIn(sent)
          .map(([, value]) => value)
          .join('\n')
        expect(all).not.toMatch(/kari|nordmann|@|%|O-2026|203\.0/i)
      }),
      { numRuns: 2000 },
    )
  })

  it('is read in no time, however it was made to take long', () => {
    const long = 250_000
    const slow = [
      umami({ url: `/om-oss${'/'.repeat(long)}x` }),
      umami({ url: '/', referrer: `https://${'a-'.repeat(long / 2)}` }),
      umami({ url: '/', userAgent: 'Android '.repeat(long / 8) }),
      umami({ url: '/', language: `nb-${'a'.repeat(long)}` }),
      umami({ url: `/?utm_campaign=${'%'.repeat(long)}` }),
    ].map((event) => JSON.stringify([event]))
    for (const body of [...slow, '['.repeat(long), '{"hits":'.repeat(long / 8), `"${'\\u0000'.repeat(long / 6)}"`]) {
      const begun = performance.now()
      countsIn(sentBy({ body, 'user-agent': 'Android '.repeat(2000) }))
      expect(performance.now() - begun, body.slice(0, 60)).toBeLessThan(500)
    }
  })

  it('was fetched ahead, says the browser, in whatever words: then nobody has opened it', () => {
    for (const [name, value] of [
      ['sec-purpose', 'prefetch;prerender'],
      ['purpose', 'prefetch'],
      ['x-purpose', 'preview'],
      ['x-moz', 'prefetch'],
    ] as const) {
      const [seen] = countsIn(sentBy({ body: JSON.stringify(umami({ url: '/' })), [name]: value })).filter(
        ([measure, value]) => measure !== 'dropped' || value === 'prefetch',
      )
      expect(seen).toEqual(['dropped', 'prefetch'])
    }
  })
})
