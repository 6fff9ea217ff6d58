import type { Declared } from '#personal-data'
import { asPerson, type For, type Subject } from '#purposes'
import { erasurePlan } from '#rights'

/** Those of them whom the database still holds something of that erasure would take. */
export async function hereStill(
  rights: For<'rights_handling'>,
  whom: readonly Subject[],
  inventory: readonly Declared[],
): Promise<Subject[]> {
  const here: Subject[] = []
  for (const { accountId, personId } of whom) {
    const subject = { accountId, personId }
    const holds = await asPerson(rights, subject, async (tx) => {
      const person = await tx.selectFrom('person').select('id').executeTakeFirst()
      return person !== undefined || (await erasurePlan(tx, inventory)).some(({ erased }) => erased > 0)
    })
    if (holds) here.push(subject)
  }
  return here
}
