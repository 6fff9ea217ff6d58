import type { For } from '#purposes'

/** Who has been in, those without a reason first, then the latest. */
export function operatorVisits(db: For<'legal_obligation'>, most = 200) {
  return db
    .selectFrom('operator_visit')
    .select(['id', 'how', 'what', 'who', 'from_address', 'began_at', 'ended_at', 'reason'])
    .orderBy(({ eb }) => eb('reason_at', 'is not', null))
    .orderBy('began_at', 'desc')
    .limit(most)
    .execute()
}

export type Visit = Awaited<ReturnType<typeof operatorVisits>>[number]

/** How many visits nobody has said the reason of. */
export async function visitsWithoutReason(db: For<'legal_obligation'>): Promise<number> {
  const { count } = await db
    .selectFrom('operator_visit')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('reason_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}
