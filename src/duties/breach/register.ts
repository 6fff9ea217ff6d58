import type { For } from '#purposes'
import { type Cause, type Kind, type Risk } from './breach-words.ts'

export type Notice = {
  readonly stage: number
  readonly complete: boolean
  readonly lateBecause: string | null
  readonly reference: string | null
  readonly sentAt: Date
}
export type Breach = {
  readonly id: string
  readonly number: string
  readonly awareAt: Date
  readonly foundBy: 'us' | 'supplier' | 'outsider'
  readonly supplier: string | null
  readonly beganAt: Date | null
  readonly endedAt: Date | null
  readonly cause: Cause
  readonly kinds: readonly Kind[]
  readonly what: string
  readonly estimatedPersons: number | null
  readonly dataNow: string | null
  readonly consequences: string | null
  readonly measures: string | null
  readonly risk: Risk | null
  readonly notNotifiedBecause: string | null
  readonly toldNb: string | null
  readonly toldEn: string | null
  readonly notToldBecause: string | null
  readonly registeredAt: Date
  readonly closedAt: Date | null
  readonly notices: readonly Notice[]
}

/** Every breach, the newest first. */
export async function breachRegister(db: For<'legal_obligation'>): Promise<Breach[]> {
  const [rows, notices] = await Promise.all([
    db.selectFrom('breach').selectAll().orderBy('aware_at', 'desc').execute(),
    db.selectFrom('breach_notice').selectAll().orderBy('stage').execute(),
  ])
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    awareAt: row.aware_at,
    foundBy: row.found_by as Breach['foundBy'],
    supplier: row.supplier,
    beganAt: row.began_at,
    endedAt: row.ended_at,
    cause: row.cause as Cause,
    kinds: row.kinds as Kind[],
    what: row.what,
    estimatedPersons: row.estimated_persons,
    dataNow: row.data_now,
    consequences: row.consequences,
    measures: row.measures,
    risk: row.harm as Risk | null,
    notNotifiedBecause: row.not_notified_because,
    toldNb: row.told_nb,
    toldEn: row.told_en,
    notToldBecause: row.not_told_because,
    registeredAt: row.registered_at,
    closedAt: row.closed_at,
    notices: notices
      .filter(({ breach_id }) => breach_id === row.id)
      .map(({ stage, complete, late_because, reference, sent_at }) => ({
        stage,
        complete,
        lateBecause: late_because,
        reference,
        sentAt: sent_at,
      })),
  }))
}

export async function breachAt(db: For<'legal_obligation'>, id: string): Promise<Breach | undefined> {
  return (await breachRegister(db)).find((breach) => breach.id === id)
}
