import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { backupKey, searchBackup } from '#backup'
import { appUrl, type DB, giveAppRole, migrate, openDatabase } from '#database'
import { witness } from '#evidence'
import { secret } from '#files'
import { inventory as declared } from '#inventory'
import { ledgerIn } from '#ledger'
import type { Declared } from '#personal-data'
import { buildLayer, openPurposes } from '#purposes'
import { refused } from '#refusal'
import { buildRights, erasePerson, searchEverything } from '#rights'
import { plantPerson, type Planted } from '../../samples/planted-person.ts'
import { backUp } from '../backups/back-up.ts'
import { onScratchServer } from '../backups/drill.ts'
import { putBack } from '../backups/put-back.ts'
import { type Cage, canaryWalks } from './canary-walks.ts'
import { searchFolder, searchRelations, type Sought } from './search-files.ts'
import { tidyUp } from './tidy-up.ts'

/** Faults that a test plants, to see that the search sees them. */
export type Faults = { readonly inventory?: readonly Declared[]; readonly untidy?: true; readonly ledgerLost?: true }

/**
 * A synthetic person lives in a house of its own (our code, our tables, nobody's data), stands in every store we have, is erased as
 * anybody would be, and is then looked for everywhere: tables, indexes, statistics, jobs, letters, files, logs, backups, and once more
 * after the backup that still knew it has been restored. The live lists and numbers never see it, and no letter leaves.
 */
export async function canary(
  { owner, dataDir }: { readonly owner: Kysely<DB>; readonly dataDir: string },
  now: Date,
  faults: Faults = {},
): Promise<Sought> {
  const sought = await onScratchServer(dataDir, (ownerUrl, folder) =>
    inCage(ownerUrl, folder, now, (cage) => livesAndIsErased(cage, now, faults)),
  )
  await witness(owner, now, { kind: 'canary searched', body: { found: sought.found.length, of: sought.looked } })
  return sought
}

async function livesAndIsErased(cage: Cage, now: Date, { inventory = declared, untidy, ledgerLost }: Faults): Promise<Sought> {
  const { owner, dataDir } = cage
  const bird = await canaryWalks(cage, now)
  const twin = await plantPerson(owner, now, declared)
  const neighbour = await plantPerson(owner, now, declared, twin.accountId)
  const words = [...bird.words, twin.email, ...mustGo(twin)]
  const strewn = await strew(owner, dataDir, bird.words[0]!)
  await tidyUp(owner)
  const before = await everywhere(cage, words, now)
  mustHaveSeen(before)

  const order = { inventory, channel: 'my_page', alsoRecordedAs: [twin], folder: dataDir, ledger: ledgerIn(dataDir) } as const
  await buildRights(owner, inventory)
  await erasePerson(cage.for('rights_handling'), now, bird, order)
  await strewn.gather()
  if (!untidy) await tidyUp(owner)
  const after = await everywhere(cage, words, now)
  const unharmed = await owner.selectFrom('core.person').select('id').where('email', '=', neighbour.email).execute()
  if (unharmed.length !== 1) throw new Error('the erasure took the canary’s neighbour with it')
  const overlooked = await overlookedAtNight(cage, now, bird.words[0]!)
  const restored = await restoredWith(cage, before.file, words, now, ledgerLost)
  return {
    found: [...overlooked.map((place) => `overlooked ${place}`), ...after.found, ...restored.found],
    looked: after.looked + restored.looked + strewn.places.length,
  }
}

/** The night's search must find her again where no declaration and no index leads to; which places it passed by. */
async function overlookedAtNight(cage: Cage, now: Date, email: string): Promise<string[]> {
  const strewn = await strew(cage.owner, cage.dataDir, email)
  await searchEverything({ ...cage, inventory: declared }, now)
  const { rows } = await sql<{
    where: string
  }>`select f ->> 'where' as where from core.erasure_search, jsonb_array_elements(finds) f`.execute(cage.owner)
  await strewn.gather()
  await searchEverything({ ...cage, inventory: declared }, now)
  return strewn.places.filter((place) => !rows.some(({ where }) => where === place))
}

/** What no law keeps: the needles of tables whose rows go whole. */
function mustGo({ needles }: Planted): string[] {
  const gone = new Set<string>(
    declared.filter(({ erasure, survives }) => erasure === 'delete' && survives === undefined).map(({ table }) => table),
  )
  return needles
    .filter(({ table }) => gone.has(table))
    .map(({ needle }) => needle)
    .filter((needle) => needle.length > 12)
}

/** Places that no act of ours writes to, and that only the search after the erasure can find. */
async function strew(owner: Kysely<DB>, dataDir: string, email: string) {
  mkdirSync(join(dataDir, 'eksport'), { recursive: true })
  writeFileSync(join(dataDir, 'eksport', 'liste.csv'), `navn;e-post\nPrøve;${email}\n`)
  await sql`create table public.notes (said text)`.execute(owner)
  await sql`insert into public.notes values (${`ring ${email}`})`.execute(owner)
  await sql`select graphile_worker.add_job('canary', json_build_object('to', ${email}::text), job_key => 'canary')`.execute(owner)
  return {
    places: ['eksport/liste.csv', 'public.notes.said', 'graphile_worker._private_jobs.payload'],
    gather: async () => {
      rmSync(join(dataDir, 'eksport'), { recursive: true })
      await sql`drop table public.notes`.execute(owner)
      await sql`select graphile_worker.remove_job('canary')`.execute(owner)
    },
  }
}

type Everywhere = Sought & { readonly file: string }

/** Every table as its rows are read out (decrypted from a backup), every relation as it lies on the disk, every other file. */
async function everywhere({ owner, ownerUrl, dataDir }: Cage, words: readonly string[], now: Date): Promise<Everywhere> {
  const file = join(
    dataDir,
    'backups',
    `${(await sql<{ n: string }>`select gen_random_uuid()::text as n`.execute(owner)).rows[0]!.n}.backup`,
  )
  const { tables } = await backUp({ ownerUrl, owner, dataDir, file }, now)
  const inBackup = await searchBackup(file, backupKey(dataDir), words)
  const pages = await searchRelations(owner, join(dataDir, 'postgres'), words)
  const files = searchFolder(dataDir, words)
  return {
    file,
    found: [...inBackup.map((table) => `row ${table}`), ...pages.found, ...files.found],
    looked: tables + pages.looked + files.looked,
  }
}

/** A search that finds nothing proves something only when it has found what was there. */
function mustHaveSeen({ found }: Sought): void {
  const kinds = [
    'row core.person',
    'row core.inquiry',
    'row core.mail',
    'row graphile_worker',
    'page core.person',
    'page pg_statistic',
    'file eksport',
  ]
  const unseen = kinds.filter((kind) => !found.some((place) => place.startsWith(kind)))
  if (unseen.length > 0) throw new Error(`the canary’s search is blind: it did not see ${unseen.join(', ')}`)
}

async function restoredWith(cage: Cage, file: string, words: readonly string[], now: Date, ledgerLost?: true): Promise<Sought> {
  if (ledgerLost) rmSync(join(cage.dataDir, 'ledger'), { recursive: true })
  const answer = await putBack({ ...cage, file, replace: true, ...(ledgerLost && { withoutLedger: true }) }, now)
  if (refused(answer)) throw new Error(`the canary’s backup could not be restored: ${answer.refused}`)
  await sql`select graphile_worker.remove_job('canary')`.execute(cage.owner)
  await tidyUp(cage.owner)
  const { found, looked } = await everywhere(cage, words, now)
  return { found: found.map((place) => `restored ${place}`), looked }
}

async function inCage<Answer>(
  ownerUrl: string,
  dataDir: string,
  now: Date,
  act: (cage: Cage) => Promise<Answer>,
): Promise<Answer> {
  await migrate(ownerUrl)
  const owner = openDatabase<DB>(ownerUrl, { max: 2 })
  const password = secret(dataDir, 'app-password')
  await giveAppRole(owner as unknown as Kysely<never>, password)
  await buildLayer(owner, declared, now)
  await buildRights(owner, declared)
  const purposes = openPurposes(appUrl(ownerUrl, password), 2)
  try {
    return await act({ owner, for: purposes.for, dataDir, ownerUrl })
  } finally {
    await Promise.all([purposes.close(), owner.destroy()])
  }
}
