import { createHash } from 'node:crypto'
import { newId } from '#database'
import { canonical, witness } from '#evidence'
import { purposeNames, purposes, type For, type Purpose } from '#purposes'
import { refuse, type Refusal } from '#refusal'

/** Signs of high risk (WP248 rev.01, used by the authority): two or more, and a full assessment is needed. */
export const dpiaSigns = {
  scoring: 'vurdering eller poengsetting av personer',
  automatic: 'automatiske avgjørelser med betydning for personen',
  monitoring: 'systematisk overvåking',
  sensitive: 'særlige kategorier eller svært personlige opplysninger',
  scale: 'opplysninger i stor skala',
  matching: 'sammenstilling av datasett',
  vulnerable: 'sårbare personer',
  novel: 'ny teknologi eller ny bruk',
  excluding: 'personen kan hindres i å bruke en rettighet eller en tjeneste',
} as const satisfies Record<string, string>

export type Sign = keyof typeof dpiaSigns
export type Assessment = {
  readonly purpose: Purpose
  readonly signs: readonly Sign[]
  readonly needsDpia: boolean
  readonly because: string
  readonly at: Date
  /** False: the purpose was changed since. */
  readonly current: boolean
}

/** What was judged about each purpose last. */
export async function assessments(db: For<'legal_obligation'>): Promise<Assessment[]> {
  const rows = await db
    .selectFrom('assessment')
    .selectAll()
    .distinctOn('purpose')
    .orderBy('purpose')
    .orderBy('assessed_at', 'desc')
    .execute()
  return rows
    .filter(({ purpose }) => purpose in purposes)
    .map(({ purpose, signs, needs_dpia, because, assessed_at, purpose_hash }) => ({
      purpose: purpose as Purpose,
      signs: signs as Sign[],
      needsDpia: needs_dpia,
      because,
      at: assessed_at,
      current: purpose_hash === purposeHash(purpose as Purpose),
    }))
}

/** Purposes that nobody has judged as they are now. */
export function unassessed(done: readonly Assessment[]): Purpose[] {
  return purposeNames.filter((name) => !done.some(({ purpose, current }) => purpose === name && current))
}

/** Screens a purpose; a person judges, and two signs or more need a full assessment before it begins (art. 35(1)). */
export async function assessPurpose(
  db: For<'legal_obligation'>,
  now: Date,
  judged: { readonly purpose: string; readonly signs: readonly Sign[]; readonly because: string; readonly staffUserId: string },
): Promise<{ readonly needsDpia: boolean } | Refusal<'no such purpose' | 'nothing is said'>> {
  const { purpose, signs, because, staffUserId } = judged
  if (!Object.hasOwn(purposes, purpose)) return refuse('no such purpose', 'purpose')
  if (because.trim() === '') return refuse('nothing is said', 'because')
  const needsDpia = signs.length >= 2
  return db.transaction().execute(async (tx) => {
    await tx
      .insertInto('core.assessment')
      .values({
        id: newId(now),
        purpose,
        purpose_hash: purposeHash(purpose as Purpose),
        signs: [...signs],
        needs_dpia: needsDpia,
        because: because.trim(),
        assessed_at: now,
        staff_user_id: staffUserId,
      })
      .execute()
    await witness(tx, now, { kind: 'purpose assessed', body: { purpose, signs: signs.length } })
    return { needsDpia }
  })
}

function purposeHash(purpose: Purpose): string {
  return createHash('sha256')
    .update(canonical(purposes[purpose] as never))
    .digest('hex')
}
