import { evidenceKey } from '#evidence'
import { inventory } from '#inventory'
import type { Workplace } from '#statement'
import type { House } from './open-house.ts'
import { reference } from './reference.ts'

/** Where the statement is proved in this house; the pages and the tests are whoever's who asks. */
export function placeOf(house: Pick<House, 'owner' | 'ownerUrl' | 'dataDir'>, now: Date): Omit<Workplace, 'visit'> {
  const { owner, dataDir } = house
  return { db: owner, inventory, key: evidenceKey(dataDir), dataDir, made: () => reference(house, now) }
}
