import { type QueryExecutorProvider, sql } from 'kysely'

/** What stands in a database, each with the whole of its definition: 'view deliver.person' → its rules, owner and rights. */
export type Definitions = ReadonlyMap<string, string>

/**
 * Everything that decides what the rows mean and who meets them: tables, columns, constraints, indexes, views, functions, triggers,
 * rules, policies, and what the server may be told beside them. Whose rows are whose is not among it, and neither are the days of a log.
 */
export async function definitionsOf(db: QueryExecutorProvider): Promise<Definitions> {
  const { rows } = await sql<{ name: string; said: string }>`${schemas}
    ${sql.join([...relations, ...code, ...besides], sql` union all `)} order by 1, 2`.execute(db)
  return new Map([...Map.groupBy(rows, ({ name }) => name)].map(([name, all]) => [name, all.map(({ said }) => said).join('\n')]))
}

/** What differs, by name, sorted: missing here, beside what belongs here, or not as it was made. */
export function differences(made: Definitions, found: Definitions): readonly string[] {
  const names = new Set([...made.keys(), ...found.keys()])
  return [...names].filter((name) => made.get(name) !== found.get(name)).toSorted()
}

// The owner has every right anyway, said or unsaid; whoever runs the queue came before or after its functions.
const rights = (said: string, owner: string, kind: string) =>
  sql.raw(`coalesce((select string_agg(a::text, ' ' order by a::text)
  from unnest(coalesce(${said}, acldefault('${kind}', ${owner}))) a where split_part(a::text, '=', 1) <> ${owner}::regrole::text
    and n.nspname <> 'graphile_worker'), '')`)

const schemas = sql`with n as materialized (select oid, nspname, nspowner, nspacl from pg_namespace
    where nspname !~ '^pg_' and nspname <> 'information_schema'),
  of_an_extension as materialized (select classid, objid from pg_depend where deptype = 'e'),
  c as materialized (select c.*, n.nspname, n.nspname || '.' || c.relname as called from pg_class c join n on n.oid = c.relnamespace
    where not c.relispartition and (c.tableoid, c.oid) not in (select * from of_an_extension))`

const relations = [
  sql`select 'schema ' || nspname as name, concat_ws(' ', nspowner::regrole, ${rights('nspacl', 'nspowner', 'n')}) as said from n`,
  sql`select 'table ' || called, concat_ws(' ', relkind, relowner::regrole, relpersistence, relrowsecurity, relforcerowsecurity, reloptions,
    ${rights('relacl', 'relowner', 'r')}) from c n where relkind in ('r', 'p', 'f')`,
  sql`select 'sequence ' || called, concat_ws(' ', relowner::regrole, ${rights('relacl', 'relowner', 's')}) from c n where relkind = 'S'`,
  sql`select 'view ' || called, concat_ws(' ', relkind, relowner::regrole, reloptions, ${rights('relacl', 'relowner', 'r')}, pg_get_viewdef(oid))
    from c n where relkind in ('v', 'm')`,
  sql`select 'column ' || called || '.' || attname, concat_ws(' ', format_type(atttypid, atttypmod), attnotnull, attidentity, attgenerated,
      attcollation::regcollation, pg_get_expr(adbin, adrelid), (select string_agg(a::text, ' ' order by a::text) from unnest(attacl) a))
    from c join pg_attribute on attrelid = oid left join pg_attrdef on (adrelid, adnum) = (attrelid, attnum)
    where relkind in ('r', 'p', 'f', 'v', 'm') and attnum > 0 - (attacl is not null)::int * 100 and not attisdropped`,
  sql`select 'constraint ' || called || '.' || conname, concat_ws(' ', pg_get_constraintdef(k.oid), convalidated)
    from c join pg_constraint k on conrelid = c.oid`,
  sql`select 'index ' || called || '.' || indexrelid::regclass, concat_ws(' ', pg_get_indexdef(indexrelid), indisvalid, indisready, indislive)
    from c join pg_index on indrelid = c.oid`,
]

const code = [
  sql`select 'function ' || p.oid::regprocedure, concat_ws(' ', proowner::regrole, ${rights('proacl', 'proowner', 'f')},
      case when prokind in ('f', 'p') then pg_get_functiondef(p.oid) else prosrc end)
    from pg_proc p join n on n.oid = pronamespace where (p.tableoid, p.oid) not in (select * from of_an_extension)`,
  sql`select 'trigger ' || called || '.' || case when tgisinternal then 'of a constraint' else tgname end,
      concat_ws(' ', tgenabled, tgtype, tgfoid::regproc, case when tgisinternal then (select conname from pg_constraint k where k.oid = tgconstraint)
        else pg_get_triggerdef(t.oid) end)
    from pg_trigger t join c on c.oid = tgrelid`,
  sql`select 'rule ' || called || '.' || rulename, concat_ws(' ', ev_enabled, case when rulename <> '_RETURN' then pg_get_ruledef(r.oid) end)
    from pg_rewrite r join c on c.oid = ev_class`,
  sql`select 'policy ' || called || '.' || polname, concat_ws(' ', polpermissive, polcmd, polroles::regrole[], pg_get_expr(polqual, polrelid),
      pg_get_expr(polwithcheck, polrelid))
    from pg_policy join c on c.oid = polrelid`,
]

const besides = [
  sql`select 'event trigger ' || evtname, concat_ws(' ', evtevent, evtenabled, evtfoid::regproc) from pg_event_trigger`,
  sql`select 'extension ' || extname, extversion from pg_extension`,
  sql`select 'language ' || lanname, lanpltrusted::text from pg_language`,
  sql`select 'cast ' || castsource::regtype || ' to ' || casttarget::regtype, castfunc::regproc::text from pg_cast where oid >= 16384`,
  sql`select 'operator ' || o.oid::regoperator, oprcode::text from pg_operator o join n on n.oid = oprnamespace`,
  sql`select 'foreign server ' || srvname, srvtype from pg_foreign_server`,
  sql`select 'publication ' || pubname, puballtables::text from pg_publication`,
  sql`select 'default rights ' || coalesce(defaclnamespace::regnamespace::text, 'everywhere') || ' ' || defaclobjtype::text, defaclacl::text from pg_default_acl`,
  // Whoever sets these changes what a guard sees, without touching it.
  sql`select 'setting of ' || case when setrole = 0 then 'the database' else setrole::regrole::text end, said
    from pg_db_role_setting, unnest(setconfig) said where setdatabase in (0, (select oid from pg_database where datname = current_database()))
      and said ~ '^(search_path|session_replication_role|row_security|role|[a-z]+_preload_libraries|session_authorization)='`,
]
