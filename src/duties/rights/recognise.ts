import { mac, plainEmail, plainPhone, probeOf, seedOf, type Kind, type Print } from './fingerprint.ts'

/** Where in a text somebody was recognised, and by which fingerprint. */
export type Hit = { readonly print: string; readonly kind: Kind; readonly from: number; readonly to: number }

export type Recogniser = {
  readonly inText: (text: string) => readonly Hit[]
  /** A whole value that is an id. */
  readonly isId: (value: string) => Hit | undefined
}

/**
 * Reads text for the fingerprinted: e-mail addresses, telephone numbers, ids, and names of as many words as are sought. What
 * is read is hashed cheaply first; one in sixty-five thousand comes to be fingerprinted without reason.
 */
export function recogniser(key: string, sought: readonly Print[]): Recogniser {
  const seed = seedOf(key)
  const seeks = (kind: Kind) => sought.some((print) => print.kind === kind)
  const [emails, phones, ids] = [seeks('e-mail'), seeks('phone'), seeks('id')]
  const probes = new Set(sought.map(({ probe }) => probe))
  const known = new Set(sought.map(({ kind, print }) => `${kind}:${print}`))
  const lengths = [...new Set(sought.filter(({ kind }) => kind === 'name').map(({ words }) => words))]

  const hit = (kind: Kind, plain: string, from: number, to: number): Hit | undefined => {
    if (!probes.has(probeOf(seed, plain))) return undefined
    const print = mac(key, kind, plain)
    return known.has(`${kind}:${print}`) ? { print, kind, from, to } : undefined
  }

  const inText = (text: string): readonly Hit[] => {
    const found: (Hit | undefined)[] = []
    if (emails && text.includes('@'))
      for (const { 0: email, index } of text.matchAll(/[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu))
        found.push(hit('e-mail', plainEmail(email), index, index + email.length))
    if (phones) found.push(...phonesIn(text, hit))
    if (ids) found.push(...idsIn(text, hit))
    if (lengths.length > 0) found.push(...namesIn(text, lengths, seed, probes, hit))
    const hits = found.filter((each) => each !== undefined)
    return hits.length === 0 ? none : hits
  }
  return { inText, isId: (value) => hit('id', value, 0, value.length) }
}

const none: readonly Hit[] = []

type Look = (kind: Kind, plain: string, from: number, to: number) => Hit | undefined

const figures = /(?<![\d\p{L}])\+?\d[\d .\u00a0-]{4,}\d(?!\d)/gu

/** A number may be written in groups, and other figures may stand beside it, so each run of groups is tried. */
function* phonesIn(text: string, look: Look): Iterable<Hit | undefined> {
  for (const { 0: run, index } of text.matchAll(figures)) {
    const groups = [...run.matchAll(/\d+/g)]
    for (let first = 0; first < groups.length; first++) {
      let digits = ''
      for (let last = first; last < groups.length && digits.length < 15; last++) {
        const group = groups[last]!
        digits += group[0]
        if (digits.length >= 6 && digits.length <= 15)
          yield look('phone', plainPhone(digits), index + groups[first]!.index, index + group.index + group[0].length)
      }
    }
  }
}

const uuid = /(?<![0-9a-f-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/gi

function* idsIn(text: string, look: Look): Iterable<Hit | undefined> {
  if (text.length < 16) return
  for (const { 0: id, index } of text.matchAll(/[A-Za-z0-9_-]{16,}/g)) yield look('id', id, index, index + id.length)
  if (text.length > 36)
    for (const { 0: id, index } of text.matchAll(uuid)) yield look('id', id.toLowerCase(), index, index + id.length)
}

/**
 * Words that follow each other with nothing but space, a comma or a hyphen between. Written figure by figure, because every
 * word of every text in the house passes here in one night.
 */
function namesIn(text: string, lengths: readonly number[], seed: number, probes: ReadonlySet<number>, look: Look): Hit[] {
  const lower = text.toLowerCase()
  const words = split(lower)
  const found: Hit[] = []
  for (let first = 0; first < words.starts.length; first++) {
    for (const length of lengths) {
      const last = first + length - 1
      if (last >= words.starts.length || !together(words, first, last)) continue
      if (!probes.has(probeOfWords(lower, words, first, last, seed))) continue
      const plain = words.starts.slice(first, last + 1).map((start, at) => lower.slice(start, words.ends[first + at]))
      const hit = look('name', plain.join(' '), words.starts[first]!, words.ends[last]!)
      if (hit) found.push(hit)
    }
  }
  return found
}

type Words = { readonly starts: number[]; readonly ends: number[]; readonly apart: boolean[] }

/** `apart[n]`: something other than space, comma or hyphen stands between word n and the next. */
function split(text: string): Words {
  const words: Words = { starts: [], ends: [], apart: [] }
  let isIn = false
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0
    const letter = (code >= 97 && code <= 122) || (code >= 192 && code !== 215 && code !== 247)
    if (letter && !isIn) words.starts.push(at)
    if (!letter && isIn) {
      words.ends.push(at)
      words.apart.push(false)
    }
    isIn = letter
    if (!letter && !isBetween(code) && words.apart.length > 0) words.apart[words.apart.length - 1] = true
  }
  return words
}

function isBetween(code: number): boolean {
  return code === 32 || code === 44 || code === 45 || code === 160 || (code >= 9 && code <= 13)
}

function together({ apart }: Words, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (apart[at]) return false
  return true
}

/** What probeOf says of the words joined by single spaces, without joining them. */
function probeOfWords(text: string, { starts, ends }: Words, first: number, last: number, seed: number): number {
  let hash = seed
  for (let word = first; word <= last; word++) {
    if (word > first) hash = Math.imul(hash ^ 32, 16_777_619)
    for (let at = starts[word]!; at < ends[word]!; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619)
  }
  return (hash ^ (hash >>> 16)) & 0xffff
}
