/**
 * Messages that tell of many visits at once, as servers send them: Umami's batch and GoatCounter's hits. What they say of addresses,
 * sessions and persons is not read; each visit is counted, or dropped and the reason counted, by itself.
 */
import {
  fieldsOf,
  goatCounterAddress,
  hostOf,
  isText,
  isTextOrNone,
  nothing,
  umamiEvent,
  visit,
  type Fields,
  type Sent,
} from './formats.ts'
import type { Known } from './known.ts'
import type { Seen } from './visit.ts'

/** As many as both of them take at a time. */
const most = 500

/** Umami: POST /api/batch, a list of what /api/send takes, where a server may say what browser the visitor had. */
export function readUmamiBatch(sent: Sent, known: Known): readonly Seen[] | 'unreadable' {
  const events = fieldsOf(sent.body)
  if (!isList(events)) return 'unreadable'
  return events.map((event) => {
    const { payload } = (event ?? nothing) as Fields
    const { userAgent, language, timestamp } = (payload ?? nothing) as Fields
    if (isLongAgo(sent.at, isNone(timestamp) ? undefined : Number(timestamp) * 1000)) return 'not a visit'
    return umamiEvent(onBehalf(sent, userAgent, language), known, event)
  })
}

/** GoatCounter: POST /api/v0/count. A hit says its path; which site it is on, only where that is in the path or there is but one. */
export function readGoatCounterHits(sent: Sent, known: Known): readonly Seen[] | 'unreadable' {
  const { hits } = fieldsOf(sent.body) ?? nothing
  if (!isList(hits)) return 'unreadable'
  return hits.map((hit) => {
    const { path, ref, query, event, bot, user_agent: agent, created_at: at } = (hit ?? nothing) as Fields
    if (!isText(path) || !isTextOrNone(ref) || !isTextOrNone(query)) return 'unreadable'
    if (event === true || isLongAgo(sent.at, isNone(at) || at === noTime ? undefined : Date.parse(String(at))))
      return 'not a visit'
    if (typeof bot === 'number' && bot > 0) return 'robot'
    const host = path.includes('://') ? hostOf(path) : known.sites.size === 1 ? [...known.sites.keys()][0] : undefined
    return visit(onBehalf(sent, agent, undefined), known, host ?? '', goatCounterAddress(path, query), ref)
  })
}

/** How a program in Go writes that it gives no time. */
const noTime = '0001-01-01T00:00:00Z'

function isNone(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0 && value.length <= most
}

/** Counted is what happens now. Yesterday's visits among today's would be a wrong figure on two days. */
function isLongAgo(now: Date, at: number | undefined): boolean {
  return at !== undefined && !(Math.abs(now.getTime() - at) < 3_600_000)
}

// A server speaks for its visitors: what it says of their browser stands for the headers, which are its own.
function onBehalf(sent: Sent, agent: unknown, language: unknown): Sent {
  if (!isText(agent)) return sent
  const said = new Map([['user-agent', agent], ...(isText(language) ? [['accept-language', language] as const] : [])])
  return { ...sent, headers: { get: (name) => said.get(name) ?? null } }
}
