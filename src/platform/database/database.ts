/**
 * PostgreSQL: the server shipped with the program or one given by DATABASE_URL, its migrations, and connections to it.
 * Knows no table by name; what may be read for which purpose is said by the duties above.
 */
export { appUrl, giveAppRole } from './app-role.ts'
export type { DB } from './base-types.ts'
export { binaryRows, uuidBytes, type BinaryRows } from './binary-rows.ts'
export { field, openBulk, type Bulk, type Sheet } from './bulk.ts'
export { definitionsOf, differences, type Definitions } from './definitions.ts'
export { startEmbedded } from './embedded.ts'
export { newId } from './id.ts'
export { migrate, migrationsHash } from './migrate.ts'
export { openDatabase } from './open-database.ts'
export { openServer, reachServer, type Server } from './server.ts'
export { beginRestore, endRestore, restoreIsLoaded, restoreUnderWay, type UnderWay, whyNotOpen } from './under-way.ts'
