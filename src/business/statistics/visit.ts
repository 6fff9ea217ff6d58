import { isbot } from 'isbot'
import type { Choice } from '#cookies'
import { deviceOf, familyOf, type Device, type Family } from './browser.ts'
import { languageIn, referrerHost, regionIn } from './coarse.ts'
import { knownPage, type Known } from './known.ts'
import { mayCount, type Count, type DropReason } from './measure.ts'
import type { Stay } from './stay.ts'

/** What a request says of a visit, for as long as it takes to count it. No address is among it. */
export type Visit = {
  /** A page was opened, or a page that was open has been left. */
  readonly did: 'open' | { readonly stay: Stay }
  /** Another site of the merchant's that reports here; undefined: this one. */
  readonly site?: string | undefined
  /** The path and the query, or the whole address. */
  readonly address: string
  readonly referrer: string | null
  /** Accept-Language. */
  readonly languages: string | null
  readonly agent: string | null
  readonly choice: Choice
  readonly ahead?: boolean
}

/** A visit; or, of what never became one, only why it did not. */
export type Seen = Visit | 'unreadable' | 'not a visit' | 'robot'

/** What User-Agent headers say, for as long as those who sent them wait for their answer: most of them say the same. */
export type Heard = Map<string, Browser>
type Browser = { readonly robot: boolean; readonly device: Device; readonly family: Family }

/** The counters a visit adds one to; or the one that says why it adds to none. */
export function countsOf(visit: Visit, known: Known, hour: string, heard: Heard = new Map()): readonly Count[] {
  const browser = visit.agent ? browserOf(visit.agent, heard) : undefined
  const why = dropped(visit, browser)
  if (why) return [['dropped', why]]
  const found = knownPage(visit, known)
  if ('dropped' in found) return [['dropped', found.dropped]]
  const counts = typeof visit.did === 'object' ? stayed(visit.did.stay) : opened(visit, found, known, hour, browser!)
  const allowed = counts.filter(([measure]) => mayCount(measure, visit.choice))
  return allowed.length === 0 ? [['dropped', 'no choice']] : allowed
}

function dropped({ choice, ahead }: Visit, browser: Browser | undefined): DropReason | undefined {
  if (choice === 'no' || choice === 'no, says the browser') return 'said no'
  if (ahead) return 'prefetch'
  return browser === undefined || browser.robot ? 'robot' : undefined
}

/** Patterns are tried on it: what no browser calls itself may not take long. */
const longestName = 512

function browserOf(whole: string, heard: Heard): Browser {
  const agent = whole.slice(0, longestName)
  const known = heard.get(agent)
  if (known) return known
  const read = { robot: isbot(agent), device: deviceOf(agent), family: familyOf(agent) }
  heard.set(agent, read)
  return read
}

function opened(
  { referrer, languages }: Visit,
  { page, campaign }: Page,
  { hosts }: Known,
  hour: string,
  { device, family }: Browser,
): Count[] {
  const host = referrerHost(referrer, hosts)
  return [
    ['page', page],
    ...(host === undefined ? [] : [['referrer', host] as const]),
    ...(campaign === undefined ? [] : [['campaign', campaign] as const]),
    ['language', languageIn(languages)],
    ['region', regionIn(languages)],
    ['device', device],
    ['browser', family],
    ['hour', hour],
  ]
}

type Page = { readonly page: string; readonly campaign: string | undefined }

function stayed(stay: Stay): Count[] {
  return [['stay', stay]]
}
