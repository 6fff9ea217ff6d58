import { sql } from 'kysely'
import { dayOf, workingDayOnOrBefore, writtenDay } from '#clock'
import { newId } from '#database'
import { sendLater } from '#mail'
import type { For } from '#purposes'
import type { Office } from './office.ts'
import { noteEvent } from './rights-case.ts'
import { codeWord } from './table-words.ts'

/** Days after receipt on which whoever answers is reminded (promise 7-b). */
export const warnings = [7, 14, 21, 25] as const

type Late = {
  readonly account_id: string
  readonly id: string
  readonly number: string | null
  readonly kind: string
  readonly due_on: string
  readonly day: number
  readonly unread: boolean
}

/**
 * Once a day: one letter about every claim that passed day 7, 14, 21 or 25 since the last reminder, or that should have been read
 * by now. Numbers and days only. A day on which nothing ran is made up for by the next. Answers how many claims it was about.
 */
export async function warnOfDeadlines(
  db: For<'legal_obligation'>,
  now: Date,
  to: readonly string[],
  { website, foot }: Pick<Office, 'website' | 'foot'>,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const late = await passed(tx, now)
    if (late.length === 0) return 0
    for (const address of to)
      await sendLater(tx, now, {
        accountId: newId(now),
        personId: null,
        kind: 'deadline warning',
        purpose: 'legal_obligation',
        to: address,
        subject: `${late.length === 1 ? 'Ett krav' : `${late.length} krav`} om personvern venter på svar`,
        body: `${late.map(lineOf).join('\n')}\n\n${website}/desk/rettigheter\n\n${foot.nb}`,
      })
    for (const { account_id: accountId, id, day } of late)
      await noteEvent(tx, now, { accountId, id }, { what: 'warned', by: 'system', facts: { day } })
    return late.length
  })
}

async function passed(tx: For<'legal_obligation'>, now: Date): Promise<readonly Late[]> {
  const today = dayOf(now)
  const { rows } = await sql<Late>`
    with waiting as (
      select c.account_id, c.id, c.number, c.kind, c.due_on::text as due_on, c.triage_by, c.triaged_at,
        (select max(w.day) from unnest(${[...warnings]}::int[]) w(day)
          where (c.received_at at time zone 'Europe/Oslo')::date + w.day <= ${today}::date) as day,
        (select max((e.facts ->> 'day')::int) from rights_event e
          where e.account_id = c.account_id and e.case_id = c.id and e.what = 'warned') as warned
      from rights_case c where c.closed_at is null)
    select account_id, id, number, kind, due_on, coalesce(day, 0) as day, triaged_at is null and triage_by < ${today}::date as unread
    from waiting where coalesce(day, 0) > coalesce(warned, -1) and (day is not null or (triaged_at is null and triage_by < ${today}::date))
    order by due_on`.execute(tx)
  return rows
}

function lineOf({ number, kind, due_on, unread }: Late): string {
  const aim = writtenDay(workingDayOnOrBefore(due_on), 'nb')
  return `${number ?? 'uten nummer'}: ${codeWord(kind, 'nb')}, svarfrist ${writtenDay(due_on, 'nb')}, mål ${aim}${unread ? ', skulle vært lest' : ''}`
}
