/** For proofs: a small kept world, and mutations that must turn a control red. Each runs in a transaction that is rolled back. */
import { sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DB, type Definitions, definitionsOf } from '#database'
import { copyLog, evidenceKey, seal } from '#evidence'
import { inventory } from '#inventory'
import { sampleController, saveController } from '#merchant'
import { check, controlOf, type AnySentence, type World } from '#sentence'
import { openTestHouse, type TestHouse } from '#testing'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printed, termsOf } from '../printed.ts'
import { publishIfChanged } from '../revisions/publish-if-changed.ts'

export const now = new Date('2026-11-23T09:00:00Z')

/** The ids of the small world: Kari at Fjord AS, who asked, ordered and was invoiced, and Siv who works here. */
export const ids = {
  account: '01890000-0000-7000-8000-00000000000a',
  kari: '01890000-0000-7000-8000-000000000001',
  inquiry: '01890000-0000-7000-8000-000000000002',
  order: '01890000-0000-7000-8000-000000000003',
  invoice: '01890000-0000-7000-8000-000000000004',
  second: '01890000-0000-7000-8000-000000000005',
  quote: '01890000-0000-7000-8000-000000000006',
} as const

export type Mutate = string | ((db: Transaction<DB>, dataDir: string) => Promise<unknown>)

export type Proving = {
  /** The control finds nothing in the small world, and something after the mutation. */
  readonly mutation: (sentence: AnySentence, control: string, what: string, mutate: Mutate) => void
  /** What must survive: the control still finds nothing with that in the world. */
  readonly spares: (sentence: AnySentence, control: string, what: string, planted: Mutate) => void
  readonly house: () => TestHouse
}

export function proving(visit: World['visit'] = unreachable): Proving {
  let house: TestHouse
  let folder: string
  let made: Definitions
  beforeAll(async () => {
    house = await openTestHouse()
    made = await definitionsOf(house.owner)
    folder = mkdtempSync(join(tmpdir(), 'proving-'))
    await saveController(house.owner, now, sampleController)
    await publishIfChanged(house.owner, now)
    for (const statement of smallWorld) await sql.raw(statement).execute(house.owner)
    await seal(house.owner, now, evidenceKey(folder))
    await copyLog(house.owner, now, folder)
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await house.close()
  })

  const found = async (db: Transaction<DB>, sentence: AnySentence, name: string) => {
    const world = {
      db,
      now,
      visit,
      inventory,
      publicKey: evidenceKey(folder).publicKey,
      contentHash: printed(sampleController).contentHash,
      made: async () => made,
      dataDir: folder,
    }
    return (await check(controlOf(sentence, name), termsOf(sentence, sampleController), world))!
  }
  return {
    house: () => house,
    spares: (sentence, control, what, planted) =>
      it(`${sentence.id}, ${control}: stays as it is with ${what}`, async () => {
        await rolledBack(house, folder, async (db) => {
          await (typeof planted === 'string' ? sql.raw(planted).execute(db) : planted(db, folder))
          expect((await found(db, sentence, control)).found).toBe(0)
        })
      }),
    mutation: (sentence, control, what, mutate) =>
      it(`${sentence.id}, ${control}: turns red when ${what}`, async () => {
        await rolledBack(house, folder, async (db) => {
          expect((await found(db, sentence, control)).found).toBe(0)
          await (typeof mutate === 'string' ? sql.raw(mutate).execute(db) : mutate(db, folder))
          expect((await found(db, sentence, control)).found).toBeGreaterThan(0)
        })
      }),
  }
}

/** A world for a control that looks at the database alone. */
export const lookingNowhere = {
  visit: unreachable,
  publicKey: '',
  contentHash: '',
  made: async (): Promise<Definitions> => new Map(),
  dataDir: '',
} satisfies Partial<World>

class RolledBack extends Error {}

// What a mutation wrote outside the database is gone too.
async function rolledBack(house: TestHouse, folder: string, act: (db: Transaction<DB>) => Promise<void>): Promise<void> {
  const done = house.owner.transaction().execute(async (db) => {
    await act(db)
    throw new RolledBack()
  })
  await done
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error
    })
    .finally(() => rmSync(join(folder, 'ledger', 'acts.jsonl'), { force: true }))
}

function unreachable(): Promise<Response> {
  return Promise.reject(new Error('this proof has no pages'))
}

const at = `'2026-11-20T10:00:00Z'`
const { account, kari } = ids
const smallWorld = [
  `insert into core.account (account_id, kind, customer_number, name, organisation_number, organisation_form, created_at, last_active_at)
    values ('${account}', 'customer', 10001, 'Fjord AS', '312000001', 'AS', ${at}, ${at})`,
  `insert into core.person (account_id, id, first_name, last_name, email, language, registered_at, created_at, last_active_at)
    values ('${account}', '${kari}', 'Kari', 'Nordmann', 'kari@fjord.example', 'nb', ${at}, ${at}, ${at})`,
  `insert into core.provenance select '${account}', '${kari}', f, 'self_registration', 'web', 'person', ${at} from unnest(array['first_name', 'last_name', 'email']) f`,
  `insert into core.statement_shown values ('${account}', gen_random_uuid(), '${kari}', 1, 'register', ${at})`,
  `insert into core.inquiry (account_id, id, number, person_id, kind, channel, subject, body, received_at, answered_at, last_message_at)
    values ('${account}', '${ids.inquiry}', 'F-2026-00001', '${kari}', 'question', 'web', 'Kopper', 'Har dere blå kopper?', ${at}, '2026-11-21T10:00:00Z', '2026-11-21T10:00:00Z')`,
  `insert into auth."user" (id, name, email, "emailVerified", "twoFactorEnabled") values ('siv', 'Siv', 'siv@ntcprofil.example', true, true)`,
  `insert into core.staff values ('siv', 'salesperson', '2026-11-01T08:00:00Z', null)`,
  `insert into auth.session (id, "expiresAt", token, "createdAt", "updatedAt", "ipAddress", "userId")
    values ('s1', '2026-11-23T18:00:00Z', 'Zx9Qk2LmN4pR7tVw1Yb3Cd5F', '2026-11-23T07:00:00Z', '2026-11-23T07:00:00Z', '192.0.2.7', 'siv')`,
  `insert into core.reading values ('${account}', gen_random_uuid(), '${kari}', 'siv', 'salesperson', 'case_documentation', 'inquiry', '2026-11-21T09:00:00Z')`,
  `insert into core.inquiry_message values ('${account}', gen_random_uuid(), '${ids.inquiry}', 'out', 'Ja, i tre størrelser.', 'siv', '2026-11-21T10:00:00Z')`,
  `insert into core.mail (account_id, id, person_id, kind, purpose, to_address, subject, body, queued_at)
    values ('${account}', gen_random_uuid(), '${kari}', 'inquiry received', 'deliver', 'kari@fjord.example', 'Forespørsel F-2026-00001', 'Les mer på /personvern', ${at})`,
  `insert into core.sales_order (account_id, id, number, person_id, source, net, vat, gross, confirmed_at)
    values ('${account}', '${ids.order}', 'O-2026-00001', '${kari}', 'quote', 10000, 2500, 12500, ${at})`,
  ...[
    ['invoice', ids.invoice, 1, '0'.repeat(64), 'a'.repeat(64)],
    ['invoice', ids.second, 2, 'a'.repeat(64), 'b'.repeat(64)],
  ].flatMap(([series, id, number, before, hash]) => [
    `insert into core.invoice (account_id, id, kind, series, number, order_id, issue_date, due_date, delivery_date, delivery_place, seller, buyer, currency, net, vat, gross,
        language, document_hash, previous_hash, issued_at)
      values ('${account}', '${id}', 'invoice', '${series}', ${number}, '${ids.order}', '2026-11-20', '2026-12-04', '2026-11-20', 'Bergen',
        '{"organisationNumber":"312007177"}', '{"name":"Fjord AS"}', 'NOK', 10000, 2500, 12500, 'nb', '${hash}', '${before}', ${at})`,
    `insert into core.invoice_line values ('${account}', '${id}', 1, 'product', 'K-1', 'Kopp', 10, 100000, 0, 2500, 10000)`,
    `insert into core.invoice_vat values ('${account}', '${id}', 2500, 10000, 2500)`,
    `insert into core.issued_document values ('${series}', ${number}, '${account}', '${id}', '${hash}', '${before}', ${at})`,
  ]),
]

/** A consent of Kari's; give what differs. */
export function consent(differs: Record<string, string> = {}): string {
  const text = 'NTC Gave og Profilering AS sender deg nyheter på e-post hver måned.'
  const given = {
    account_id: `'${account}'`,
    id: 'gen_random_uuid()',
    person_id: `'${kari}'`,
    purpose: `'marketing'`,
    channel: `'email'`,
    text_shown: `'${text}'`,
    text_hash: `encode(sha256(convert_to('${text}', 'UTF8')), 'hex')`,
    language: `'nb'`,
    statement_revision: '1',
    source: `'own_page'`,
    mechanism: `'active click'`,
    given_at: `'2026-11-22T10:00:00Z'`,
    confirmed_at: `'2026-11-22T10:05:00Z'`,
    withdrawn_at: 'null',
    ...differs,
  }
  return `insert into core.consent (${Object.keys(given).join(', ')}) values (${Object.values(given).join(', ')})`
}

/** A letter to Kari; give what differs. */
export function letter(differs: Record<string, string> = {}): string {
  const sent = {
    account_id: `'${account}'`,
    id: 'gen_random_uuid()',
    person_id: `'${kari}'`,
    kind: `'quote sent'`,
    purpose: `'deliver'`,
    to_address: `'kari@fjord.example'`,
    subject: `'Tilbud'`,
    body: `'Hei'`,
    queued_at: `'2026-11-22T12:00:00Z'`,
    ...differs,
  }
  return `insert into core.mail (${Object.keys(sent).join(', ')}) values (${Object.values(sent).join(', ')})`
}

/** A transfer about Kari; give what differs. */
export function transfer(differs: Record<string, string> = {}): string {
  const went = {
    account_id: `'${account}'`,
    id: 'gen_random_uuid()',
    person_id: `'${kari}'`,
    recipient: `'mail-server'`,
    purpose: `'deliver'`,
    fields: `array['core.mail.body']`,
    ground: `'art. 28'`,
    at: `'2026-11-22T12:00:00Z'`,
    ...differs,
  }
  return `insert into core.transfer (${Object.keys(went).join(', ')}) values (${Object.values(went).join(', ')})`
}
