import type { For } from '#purposes'

/** A relationship with its people, where each of their values came from, and the stops in force. */
export async function customerCard(db: For<'administer'>, accountId: string) {
  const account = await db.selectFrom('account').selectAll().where('account_id', '=', accountId).executeTakeFirst()
  if (!account) return undefined
  const [people, provenance, alike] = await Promise.all([
    db
      .selectFrom('person')
      .selectAll()
      .where('account_id', '=', accountId)
      .orderBy('left_on', (by) => by.asc().nullsFirst())
      .orderBy('created_at')
      .execute(),
    db
      .selectFrom('provenance')
      .select(['person_id', 'field', 'source', 'channel', 'actor', 'at'])
      .where('account_id', '=', accountId)
      .execute(),
    sameOrganisation(db, accountId, account.organisation_number),
  ])
  return {
    account,
    people: people.map((person) => ({ ...person, provenance: provenance.filter((each) => each.person_id === person.id) })),
    alike,
  }
}

export type CustomerCard = NonNullable<Awaited<ReturnType<typeof customerCard>>>

/** Other relationships with the same organisation number; they are shown, never joined by themselves. */
function sameOrganisation(db: For<'administer'>, accountId: string, number: string | null) {
  if (number === null) return Promise.resolve([])
  return db
    .selectFrom('account')
    .select(['account_id', 'name', 'customer_number'])
    .where('organisation_number', '=', number)
    .where('account_id', '!=', accountId)
    .limit(10)
    .execute()
}
