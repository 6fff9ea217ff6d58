import { dayOf, type Day } from '#clock'
import type { For } from '#purposes'
import { googleAnalytics } from './google.ts'

/** What may become of what Google was to be told, in the order it is shown. */
export const fates = ['arrived', 'unanswered', 'refused', 'dropped'] as const
export type Fate = (typeof fates)[number]

/** A day's shares in whole percent; undefined where there were too few to say anything. */
export type ToldDay = { readonly day: Day; readonly shares: Readonly<Record<Fate, number>> | undefined }

/**
 * The last fourteen days that are over and had anything. Shares and never sums: a sum of those who said yes would give away what is
 * hidden among their browsers and countries.
 */
export async function toldDays(db: For<'web_statistics'>, now: Date, threshold: number): Promise<ToldDay[]> {
  const rows = await db
    .selectFrom('counted_transfer')
    .select((of) => ['day', 'outcome', of.fn.sum<string>('n').as('n')])
    .where('recipient', '=', googleAnalytics.recipient)
    .where('day', '<', dayOf(now))
    .groupBy(['day', 'outcome'])
    .orderBy('day', 'desc')
    .limit(14 * 4)
    .execute()
  const days = [...new Set(rows.map(({ day }) => day))].slice(0, 14)
  return days.map((day) => {
    const of = (outcome: string) => Number(rows.find((row) => row.day === day && row.outcome === outcome)?.n ?? 0)
    const [sent, unanswered, refused, dropped] = [of('sent'), of('unanswered'), of('refused'), of('dropped')]
    const all = sent + refused + dropped
    const share = (n: number) => Math.round((n * 100) / all)
    if (all < threshold) return { day, shares: undefined }
    return {
      day,
      shares: {
        arrived: share(sent - unanswered),
        unanswered: share(unanswered),
        refused: share(refused),
        dropped: share(dropped),
      },
    }
  })
}
