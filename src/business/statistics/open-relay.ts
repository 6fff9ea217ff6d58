import { countTransfers, postJson, sendCounted } from '#outbound'
import type { For } from '#purposes'
import { googleAnalytics, missingForGoogle } from './google.ts'
import type { Known } from './known.ts'
import { statisticsSettings } from './settings.ts'
import { measurement, toldOf, type Told } from './told-to-google.ts'
import { countsOf, type Visit } from './visit.ts'

export type Relay = {
  /** Takes a visit whose visitor said yes to telling Google; returns at once, whatever becomes of it. */
  readonly tell: (now: Date, visit: Visit) => void
  /** Takes no more, waits for what is on its way and writes down what was dropped. */
  readonly close: () => Promise<void>
}

type RelaySettings = {
  readonly known: (now: Date) => Known | Promise<Known>
  /** The address of this site as Google is to see it. */
  readonly origin: string
  /** Where Google is told; undefined: nowhere. */
  readonly address: string | undefined
  readonly trouble: (error: unknown) => void
  readonly patience?: number
}

/** So many wait; so many are on their way at a time. */
export const room = 500
const together = 25
const gathering = 100

type Waiting = { readonly at: Date; readonly told: Told }

/**
 * Tells Google Analytics of pages that were opened. No answer to a visitor waits for it. What waits lies in memory, at most so much; what
 * finds no room is dropped and counted. Nothing is tried twice: the protocol asks for that.
 */
export function openRelay(db: For<'web_statistics'>, { known, origin, address, trouble, patience = 5000 }: RelaySettings): Relay {
  let waiting: Waiting[] = []
  let dropped: { at: Date; n: number } = { at: new Date(0), n: 0 }
  let working: Promise<void> | undefined
  let closing = false

  const drop = (at: Date, n: number) => (dropped = { at, n: dropped.n + n })
  const work = async () => {
    await new Promise((resolve) => setTimeout(resolve, gathering).unref())
    while (waiting.length > 0 || dropped.n > 0) {
      const lost = dropped
      dropped = { at: lost.at, n: 0 }
      const batch = waiting.splice(0, together)
      try {
        await countTransfers(db, lost.at, googleAnalytics.recipient, googleAnalytics, 'dropped', lost.n)
      } catch (error) {
        drop(lost.at, lost.n + batch.length)
        return trouble(error)
      }
      await sendBatch(batch).catch((error: unknown) => {
        drop(batch.at(-1)!.at, batch.length)
        trouble(error)
      })
    }
  }
  const sendBatch = async (batch: readonly Waiting[]) => {
    const at = batch.at(-1)?.at
    if (!at) return
    const { recipient } = googleAnalytics
    const [settings, missing] = await Promise.all([statisticsSettings(db), missingForGoogle(db, at, address)])
    if (!settings.google || missing.length > 0 || address === undefined)
      return countTransfers(db, at, recipient, googleAnalytics, 'refused', batch.length)
    await sendCounted(db, at, recipient, googleAnalytics, batch, ({ told }) =>
      postJson({ url: address, body: measurement(told, origin), patience }),
    )
  }
  const take = async (now: Date, visit: Visit) => {
    const what = await known(now)
    if (!what.tellsGoogle || visit.site !== undefined) return
    const told = toldOf(countsOf(visit, what, ''))
    if (!told) return
    if (closing || waiting.length >= room) drop(now, 1)
    else waiting.push({ at: now, told })
    working ??= work().finally(() => (working = undefined))
  }
  return {
    tell: (now, visit) => void take(now, visit).catch(trouble),
    close: async () => {
      closing = true
      drop(waiting.at(-1)?.at ?? dropped.at, waiting.length)
      waiting = []
      await working
      if (dropped.n > 0)
        await countTransfers(db, dropped.at, googleAnalytics.recipient, googleAnalytics, 'dropped', dropped.n).catch(trouble)
    },
  }
}
