import type { Kysely } from 'kysely'
import type { DB } from '#database'
import { controllerShape, type Controller } from './controller.ts'

/** Keeps the settings record whole or not at all. Done by the database's owner: no purpose may rename the controller. */
export async function saveController(owner: Kysely<DB>, now: Date, controller: Controller): Promise<void> {
  const setting = { value: JSON.stringify(controllerShape.parse(controller)), changed_at: now }
  await owner
    .insertInto('core.setting')
    .values({ key: 'controller', ...setting })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(setting))
    .execute()
}
