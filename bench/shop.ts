/** The shop, open while something else is measured: four visitors, each of whom asks twenty times a second. */
import { setTimeout as pause } from 'node:timers/promises'
import { receiveInquiry } from '#inquiries'
import { refused } from '#refusal'
import type { House } from '../src/opening/open-house.ts'
import { rounded, timed } from './measure.ts'

const visitors = 4
const asksEveryMs = 50

/** Strangers ask, each in one transaction with its letter and its evidence. Answers how long each had to wait, in milliseconds. */
export function openShop(house: House) {
  const opened = performance.now().toFixed(0)
  const shut = new AbortController()
  const waits: number[] = []
  const visitor = async (_: unknown, who: number) => {
    for (let visit = 1; !shut.signal.aborted; visit++) {
      waits.push(await timed(() => ask(house, `${opened}-${who}-${visit}@bedrift.example`)))
      await pause(asksEveryMs)
    }
  }
  const all = Promise.all(Array.from({ length: visitors }, visitor))
  return {
    close: async () => {
      shut.abort()
      await all
      return waits
    },
  }
}

async function ask(house: House, email: string): Promise<void> {
  const filed = await receiveInquiry(house.for('deliver'), new Date(), {
    kind: 'question',
    channel: 'web',
    body: 'Hva koster hundre handlenett med trykk?',
    items: [],
    email,
    language: 'nb',
    website: 'http://localhost:3000',
  })
  if (refused(filed)) throw new Error(filed.refused)
}

/** How many were asked, and how long in milliseconds. */
export function slowness(ms: readonly number[]) {
  const sorted = ms.toSorted((a, b) => a - b)
  const part = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0, 1)
  return { asked: ms.length, p50Ms: part(0.5), p99Ms: part(0.99), slowestMs: part(1) }
}
