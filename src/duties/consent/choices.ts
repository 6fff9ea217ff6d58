import type { For } from '#purposes'

export type Choices = {
  readonly consents: readonly {
    readonly purpose: string
    readonly channel: string
    readonly givenAt: Date
    readonly withdrawnAt: Date | null
  }[]
  readonly objections: readonly {
    readonly scope: string
    readonly channel: string
    readonly at: Date
    readonly liftedAt: Date | null
  }[]
  readonly restrictions: readonly { readonly ground: string; readonly at: Date; readonly liftedAt: Date | null }[]
}

/** What the person fixed in the transaction has said yes and no to, oldest first. */
export async function choices(tx: For<'rights_handling'>): Promise<Choices> {
  const consents = await tx.selectFrom('consent').selectAll().orderBy('given_at').execute()
  const objections = await tx.selectFrom('objection').selectAll().orderBy('objected_at').execute()
  const restrictions = await tx.selectFrom('restriction').selectAll().orderBy('restricted_at').execute()
  return {
    consents: consents.map((row) => ({
      purpose: row.purpose,
      channel: row.channel,
      givenAt: row.given_at,
      withdrawnAt: row.withdrawn_at,
    })),
    objections: objections.map((row) => ({
      scope: row.scope,
      channel: row.channel,
      at: row.objected_at,
      liftedAt: row.lifted_at,
    })),
    restrictions: restrictions.map((row) => ({ ground: row.ground, at: row.restricted_at, liftedAt: row.lifted_at })),
  }
}
