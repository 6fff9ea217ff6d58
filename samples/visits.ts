import { sql } from 'kysely'
import { dayOf } from '#clock'
import type { Purposes } from '#purposes'
import { rollUp, type Measure } from '#statistics'
import { daysBefore } from './days-before.ts'

/** How the visits of a day were shared out, in parts of a thousand; half of them had said yes. */
const shares: Partial<Record<Measure, Readonly<Record<string, number>>>> = {
  page: {
    '/': 330,
    '/produkter': 270,
    '/produkter/NTC-1101': 100,
    '/produkter/NTC-1102': 70,
    '/foresporsel': 90,
    '/personvern': 60,
    '/en': 35,
    '/en/products': 30,
    '/registrer': 15,
  },
  referrer: { direct: 420, 'gaveguiden.example': 110, 'sok.example': 260, 'messe.example': 35, 'bransjenytt.example': 18 },
  language: { nb: 770, nn: 45, en: 135, sv: 35, de: 15 },
  device: { desktop: 590, mobile: 360, tablet: 50 },
  hour: { '07': 40, '08': 110, '09': 140, '10': 150, '11': 110, '12': 90, '13': 120, '14': 110, '15': 70, '19': 25, '20': 35 },
  browser: { Chrome: 210, Edge: 140, Safari: 120, Firefox: 40 },
  region: { NO: 460, SE: 30, GB: 20 },
  stay: { '0–10 s': 120, '10–60 s': 190, '1–5 min': 130, '> 5 min': 40 },
  dropped: { robot: 700, 'said no': 60, prefetch: 45 },
}

/** The sample shop's counters, from four months ago until yesterday. */
export async function countSampleVisits(purposes: Purposes['for'], now: Date): Promise<void> {
  const db = purposes('web_statistics')
  if (await db.selectFrom('counter').select('n').limit(1).executeTakeFirst()) return
  const rows = Array.from({ length: 120 }, (_, at) => daysBefore(now, at + 1)).flatMap(visitsOf)
  for (const day of new Set(rows.map(([day]) => day))) await sql`select statistics.open_day(${day})`.execute(db)
  const [day, measure, value, n] = [0, 1, 2, 3].map((column) => rows.map((row) => row[column]))
  await sql`insert into statistics.day_counter select * from unnest(${day}::date[], ${measure}::text[], ${value}::text[], ${n}::int[])
    on conflict do nothing`.execute(db)
  await rollUp(db, now)
}

function visitsOf(moment: Date): (readonly [day: string, measure: string, value: string, n: number])[] {
  const weekend = [0, 6].includes(moment.getUTCDay())
  // Slowly more towards Christmas, and not the same every day.
  const busy = (weekend ? 60 : 260) * (1 + moment.getUTCMonth() / 24) + ((moment.getUTCDate() * 37) % 50)
  return Object.entries(shares).flatMap(([measure, values]) =>
    Object.entries(values).flatMap(([value, share]) => {
      const n = Math.round((busy * share) / 1000)
      return n > 0 ? [[dayOf(moment), measure, value, n] as const] : []
    }),
  )
}
