import { sql, type QueryExecutorProvider } from 'kysely'
import { z } from 'zod'
import type { Question } from '#cookies'

const host = z
  .string()
  .regex(/^(?:[a-z0-9-]+\.)+[a-z]{2,18}$/, 'a host name such as kampanje.example')
  .max(60)
const path = z.string().regex(/^\/[\w./~-]{0,80}\*?$/, 'a path such as /om-oss, or /blogg/* for all beneath')

export const statisticsShape = z.strictObject({
  /** A value counted fewer times than this is not shown. Six is the floor, whatever anybody sets. */
  threshold: z.int().min(6).max(1000).default(10),
  /** Anybody may read the figures at /statistikk. */
  public: z.boolean().default(false),
  /** After yes, the page carries a small script that says how long the page was open. */
  script: z.boolean().default(true),
  /** After a yes to the question that names Google, Google Analytics is told which page was opened. */
  google: z.boolean().default(false),
  campaigns: z
    .array(z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'small letters, figures, - and _'))
    .max(50)
    .default([]),
  /** Other sites of the merchant's, which send their visits here with the script they have. */
  sites: z
    .array(z.strictObject({ host, pages: z.array(path).min(1).max(500), asksFirst: z.boolean().default(false) }))
    .max(20)
    .default([]),
})

export type StatisticsSettings = Readonly<z.infer<typeof statisticsShape>>

/** The settings record, on any handle; what is not set is as it comes. */
export async function statisticsSettings(db: QueryExecutorProvider): Promise<StatisticsSettings> {
  const { rows } = await sql<{ value: unknown }>`select value from setting where key = 'statistics'`.execute(db)
  return statisticsShape.parse(rows[0]?.value ?? {})
}

/** What visitors are asked about statistics: whoever is told besides us is in the question. */
export function questionNow({ google }: StatisticsSettings): Question {
  return google ? 'google' : 'own'
}
