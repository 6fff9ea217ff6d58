import type pg from 'pg'
import type { Migration, Partition, Sequence, TableHead } from './frames.ts'

// Made anew by the migrations and the purpose layer, so they are never copied.
const madeAnew = ['house.migration', 'house.layer', 'graphile_worker.migrations']

const notOurs = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'restored')
  and not exists (select 1 from pg_depend d where d.objid = n.oid and d.deptype = 'e')`

/** Every table with rows of its own, by the catalogue; a partitioned one stands for its partitions. Generated columns make themselves. */
export async function tablesIn(client: pg.Client): Promise<readonly TableHead[]> {
  const { rows } = await client.query<TableHead>(
    `select format('%I.%I', n.nspname, c.relname) as "table", array_agg(format('%I', a.attname) order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind in ('r', 'p') and not c.relispartition and ${notOurs} and n.nspname || '.' || c.relname <> all($1)
     group by n.nspname, c.relname order by 1`,
    [madeAnew],
  )
  return rows
}

/** Partitions are made as time goes, not by a migration, so the backup tells how. Parents before their children. */
export async function partitionsIn(client: pg.Client): Promise<readonly Partition[]> {
  const { rows } = await client.query<Partition>(
    `select format('%I.%I', n.nspname, c.relname) as "table", format('%I.%I', pn.nspname, p.relname) as "of",
       pg_get_expr(c.relpartbound, c.oid) as bound
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_inherits i on i.inhrelid = c.oid
     join pg_class p on p.oid = i.inhparent join pg_namespace pn on pn.oid = p.relnamespace
     where c.relispartition and c.relkind = 'r' and ${notOurs} order by c.oid`,
  )
  return rows
}

export async function sequencesIn(client: pg.Client): Promise<readonly Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and ${notOurs} order by 1`,
  )
  const sequences: Sequence[] = []
  for (const { name } of rows) {
    const found = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${name}`,
    )
    sequences.push({ name, ...found.rows[0]! })
  }
  return sequences
}

export async function migrationsIn(client: pg.Client): Promise<readonly Migration[]> {
  const { rows } = await client.query<Migration>('select name, checksum from house.migration order by name')
  return rows
}

/** The schemas that a restore makes anew: ours by name, and whatever else the owner has put tables or views in; never `public`. */
export async function schemasIn(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I', n.nspname) as name from pg_namespace n where ${notOurs}
     and (n.nspname in ('core', 'evidence', 'archive', 'auth', 'house', 'graphile_worker') or n.nspowner = current_user::regrole and exists (select 1 from pg_class c where c.relnamespace = n.oid and c.relkind in ('r', 'p', 'v'))) order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** The foreign keys, as commands: taken off before rows are loaded in any order, put on again afterwards, which checks them all. */
export async function foreignKeysIn(client: pg.Client): Promise<readonly { readonly off: string; readonly on: string }[]> {
  const { rows } = await client.query<{ off: string; on: string }>(
    `select format('alter table %I.%I drop constraint %I', n.nspname, c.relname, k.conname) as "off",
       format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)) as "on"
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and k.conparentid = 0 and ${notOurs} order by k.oid`,
  )
  return rows
}
