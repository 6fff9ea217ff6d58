import { sql } from 'kysely'
import { dayOf } from '#clock'
import { standingOf } from '#outbound'
import type { For } from '#purposes'

/** Google Analytics in the register of recipients, and what it may be given: values of three measures, about nobody. */
export const googleAnalytics = {
  recipient: 'google-analytics',
  purpose: 'web_statistics',
  fields: ['counter.measure', 'counter.value'],
} as const

/** What must be there before Google is told of a visit, each by itself (promises 2.3-e, 2.3-f, 8-a, 5-d). */
export const conditions = [
  'address',
  'record',
  'processor',
  'purpose and fields',
  'agreement',
  'transfer ground',
  'review',
  'settings at Google',
  'text',
] as const
export type Condition = (typeof conditions)[number]

/** The conditions that are not met at this moment; none means that Google may be told. */
export async function missingForGoogle(
  db: For<'web_statistics'>,
  now: Date,
  address: string | undefined,
): Promise<readonly Condition[]> {
  const [standing, { said, looked }] = await Promise.all([standingOf(db, now, googleAnalytics.recipient), papers(db, now)])
  const { purpose, fields } = googleAnalytics
  const met: Readonly<Record<Condition, boolean>> = {
    address: address !== undefined,
    record: standing !== undefined,
    processor: standing?.role === 'processor',
    'purpose and fields':
      standing !== undefined && standing.purposes.includes(purpose) && fields.every((field) => standing.fields.includes(field)),
    agreement: standing?.agreement === 'current',
    // Also where the contract is with a company in Ireland: its own suppliers are in the United States.
    'transfer ground': Boolean(standing?.transfer_ground?.trim()),
    review: standing !== undefined && !standing.review_overdue,
    'settings at Google': looked,
    text: Boolean(standing?.active) && said,
  }
  return conditions.filter((condition) => !met[condition])
}

/** Whether the statement in force names it, and whether somebody has seen within a year that data sharing is off at Google's. */
async function papers(db: For<'web_statistics'>, now: Date): Promise<{ readonly said: boolean; readonly looked: boolean }> {
  const today = dayOf(now)
  const { rows } = await sql<{ said: boolean; looked: boolean }>`
    select coalesce((select terms #>> '{statistics.no-vendor,vendor,id}' = ${googleAnalytics.recipient} from statement_revision
        where effective_on <= ${today}::date order by revision desc limit 1), false) as said,
      exists (select 1 from recipient_confirmation where recipient = ${googleAnalytics.recipient}
        and confirmed_on <= ${today}::date and confirmed_on + interval '1 year' >= ${today}::date) as looked`.execute(db)
  return rows[0]!
}

/**
 * Where Google is told: the setting GOOGLE_ANALYTICS_URL, with the measurement id and the secret in it. Undefined when it is not set, or
 * when it is no such address: https to google-analytics.com, or this machine, where it may be tried.
 */
export function googleAddress(environment: { readonly [name: string]: string | undefined } = process.env): string | undefined {
  const url = environment.GOOGLE_ANALYTICS_URL ?? ''
  if (!URL.canParse(url)) return undefined
  const { protocol, hostname, searchParams } = new URL(url)
  const here = protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname)
  const google = protocol === 'https:' && /(?:^|\.)google-analytics\.com$/.test(hostname)
  const whole = Boolean(searchParams.get('api_secret')) && /^G-[A-Z0-9]+$/.test(searchParams.get('measurement_id') ?? '')
  return (here || google) && whole ? url : undefined
}
