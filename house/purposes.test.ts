import { type QueryExecutorProvider, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventory } from '#inventory'
import { personalColumn, viewName } from '#personal-data'
import {
  alsoAsPerson,
  asPerson,
  columnsFor,
  companyColumns,
  companyView,
  may,
  purposeNames,
  roleOf,
  stops,
  type Purpose,
} from '#purposes'
import { openTestHouse, type TestHouse } from '#testing'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

describe('grants are as declared', () => {
  it('shows each purpose exactly the columns declared for it', async () => {
    const seen = await viewColumns()
    const ofPurposes = purposeNames.flatMap((purpose) =>
      inventory
        .filter((table) => may(table, 'read', purpose))
        .flatMap((table) => columnsFor(table, purpose).map((column) => `${purpose}.${viewName(table.table)}.${column}`)),
    )
    const ofCompanies = inventory.flatMap((table) =>
      companyColumns(table).map((column) => `rights_handling.${companyView(table.table)}.${column}`),
    )
    const declared = new Set([...ofPurposes, ...ofCompanies])
    expect([...seen].filter((column) => !declared.has(column))).toEqual([])
    expect([...declared].filter((column) => !seen.has(column))).toEqual([])
    expect(seen.size).toBeGreaterThan(500)
  })

  it('lets no purpose read a personal column of a base table', async () => {
    const { rows } = await sql<{ grantee: string; table: string; column: string }>`
      select grantee, table_schema || '.' || table_name as table, column_name as column from information_schema.column_privileges
      where grantee = any(${purposeNames.map(roleOf)}) and privilege_type = 'SELECT' and table_schema in ('core', 'evidence')`.execute(
      house.owner,
    )
    const leaks = rows.filter(({ table, column }) =>
      personalColumn(inventory.find((each) => each.table === table)?.columns[column]),
    )
    expect(leaks).toEqual([])
    expect(rows.length).toBeGreaterThan(100)
  })

  it('lets no role that the application runs as change or delete an issued invoice', async () => {
    const { rows } = await sql<{ grantee: string }>`
      select grantee, table_name, privilege_type from information_schema.table_privileges
      where grantee like 'ordholden\\_%' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
        and table_schema = 'core' and table_name in ('invoice', 'invoice_line', 'invoice_vat', 'issued_document', 'payment')
      union all
      select grantee, table_name, privilege_type from information_schema.column_privileges
      where grantee like 'ordholden\\_%' and privilege_type = 'UPDATE'
        and table_schema = 'core' and table_name in ('invoice', 'invoice_line', 'invoice_vat', 'issued_document', 'payment')`.execute(
      house.owner,
    )
    expect(rows).toEqual([])
  })

  it('lets the runner of jobs read the mail it carries, and nothing else about anybody', async () => {
    const { rows } = await sql<{ table: string }>`
      select distinct table_schema || '.' || table_name as table from information_schema.column_privileges
      where grantee = 'ordholden_jobs' and privilege_type = 'SELECT' and table_schema <> 'graphile_worker'`.execute(house.owner)
    expect(rows).toEqual([{ table: 'core.mail' }])
  })

  it('leaves the login role itself with nothing', async () => {
    const { rows } = await sql`
      select 1 from information_schema.table_privileges where grantee = 'ordholden_app' and table_schema in ('core', 'evidence', 'auth')`.execute(
      house.owner,
    )
    expect(rows).toEqual([])
  })
})

describe('a purpose can see nothing else', () => {
  it('refuses to read a telephone number for marketing', async () => {
    await expect(sql`select phone from core.person`.execute(house.for('marketing'))).rejects.toThrow('permission denied')
    await expect(sql`select phone from person`.execute(house.for('marketing'))).rejects.toThrow('does not exist')
  })

  it('shows a person under rights handling nobody but themself', async () => {
    const { kari, colleague } = await twoColleagues(house)
    expect(await house.for('rights_handling').selectFrom('person').selectAll().execute()).toEqual([])
    const seen = await asPerson(house.for('rights_handling'), kari, (tx) => tx.selectFrom('person').select('email').execute())
    expect(seen).toEqual([{ email: 'kari@fjordbris.example' }])
    expect(colleague.accountId).toBe(kari.accountId)
  })

  it('is one purpose after the other where an act owes the person something, and never both', async () => {
    const { kari } = await twoColleagues(house)
    const who = (tx: QueryExecutorProvider) => sql<{ role: string }>`select current_user as role`.execute(tx)
    const emails = (tx: QueryExecutorProvider) =>
      sql`select email from person where account_id = ${kari.accountId} order by 1`.execute(tx)
    const roles = await house
      .for('administer')
      .transaction()
      .execute(async (tx) => {
        const [before, all] = [await who(tx), await emails(tx)]
        const between = await alsoAsPerson(tx, kari, async (theirs) => [await who(theirs), await emails(theirs)] as const)
        expect([all.rows.length, between[1].rows, (await emails(tx)).rows.length]).toEqual([
          2,
          [{ email: 'kari@fjordbris.example' }],
          2,
        ])
        return [before, between[0], await who(tx)].map(({ rows }) => rows[0]!.role)
      })
    expect(roles).toEqual([roleOf('administer'), roleOf('rights_handling'), roleOf('administer')])
    const [later] = (await who(house.for('administer'))).rows
    expect(later!.role).toBe(roleOf('administer'))
  })
})

describe('a stop hides the person from exactly the purposes of the truth table', () => {
  const acts = {
    restricted: (account: string, person: string) => sql`
      insert into core.restriction (account_id, id, person_id, ground, restricted_at)
      values (${account}, gen_random_uuid(), ${person}, 'accuracy_contested', now())`,
    objected: (account: string, person: string) => sql`
      insert into core.objection (account_id, id, person_id, scope, channel, objected_at)
      values (${account}, gen_random_uuid(), ${person}, 'marketing', 'my_page', now())`,
    'no contact': (account: string, person: string) => sql`
      insert into core.objection (account_id, id, person_id, scope, channel, objected_at)
      values (${account}, gen_random_uuid(), ${person}, 'contact', 'my_page', now())`,
  }

  for (const [stop, act] of Object.entries(acts)) {
    it(`${stop}`, async () => {
      const { kari, colleague } = await twoColleagues(house)
      await consented(house, kari)
      await consented(house, colleague)
      const before = await purposesThatSee(house, kari.personId)
      await act(kari.accountId, kari.personId).execute(house.owner)
      const after = await purposesThatSee(house, kari.personId)
      const implied = stop === 'no contact' ? ['no contact', 'objected'] : [stop]
      const hidden = before.filter((purpose) => stops[purpose].some((each) => implied.includes(each)))
      expect(after).toEqual(before.filter((purpose) => !hidden.includes(purpose)))
      expect(hidden.length).toBeGreaterThan(0)
      expect(await purposesThatSee(house, colleague.personId)).toEqual(before)
    })
  }
})

async function purposesThatSee({ for: handle }: TestHouse, personId: string): Promise<Purpose[]> {
  const readers = purposeNames.filter((purpose) => purpose !== 'rights_handling' && may(personTable(), 'read', purpose))
  const answers = await Promise.all(
    readers.map(async (purpose) => {
      const { rows } = await sql`select 1 from person where id = ${personId}`.execute(handle(purpose))
      return rows.length === 1 ? [purpose] : []
    }),
  )
  return answers.flat()
}

function personTable() {
  return inventory.find(({ table }) => table === 'core.person')!
}

async function viewColumns(): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
    where table_schema = any(${[...purposeNames]})`.execute(house.owner)
  return new Set(rows.map(({ name }) => name))
}

async function twoColleagues({ owner }: TestHouse) {
  const now = new Date('2026-11-23T09:00:00Z')
  const account = await owner
    .insertInto('core.account')
    .values({
      account_id: crypto.randomUUID(),
      kind: 'customer',
      name: 'Fjordbris Reklame AS',
      created_at: now,
      last_active_at: now,
    })
    .returning('account_id')
    .executeTakeFirstOrThrow()
  const person = async (email: string) => {
    const { id } = await owner
      .insertInto('core.person')
      .values({
        account_id: account.account_id,
        id: crypto.randomUUID(),
        email,
        language: 'nb',
        created_at: now,
        last_active_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { accountId: account.account_id, personId: id }
  }
  return { kari: await person('kari@fjordbris.example'), colleague: await person('jonas@fjordbris.example') }
}

async function consented({ owner }: TestHouse, { accountId, personId }: { accountId: string; personId: string }): Promise<void> {
  await sql`insert into core.consent (account_id, id, person_id, purpose, channel, text_shown, text_hash, language, statement_revision,
      source, mechanism, given_at, confirmed_at)
    values (${accountId}, gen_random_uuid(), ${personId}, 'marketing', 'email', 'Ja takk', 'x', 'nb', 1, 'own_page', 'click', now(), now())`.execute(
    owner,
  )
}

it('has one role per purpose in the closed set (promise 2.2-i)', async () => {
  const { rows } = await sql<{ rolname: string }>`select rolname from pg_roles where rolname like 'ordholden\\_%'`.execute(
    house.owner,
  )
  const expected = [...purposeNames.map(roleOf), 'ordholden_app', 'ordholden_jobs'].toSorted()
  expect(rows.map(({ rolname }) => rolname).toSorted()).toEqual(expected)
})
