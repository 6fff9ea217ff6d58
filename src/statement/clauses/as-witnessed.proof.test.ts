/** Rows put in, changed and taken out by hand, with triggers asleep where a key would object; and the log and the ledger cut off. */
import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { describe } from 'vitest'
import type { DB } from '#database'
import { entry, witness } from '#evidence'
import { ledgerIn, type Act } from '#ledger'
import { attest } from '#sentence'
import { everySentenceIsChecked } from './controller.ts'
import { theLogOfDisclosures } from './disclosure-log.ts'
import { noShadowCopies } from './inquiries.ts'
import { noMeansNo, noOutlivesEverything } from './marketing.ts'
import { consent, ids, now, proving } from './proving.ts'
import { consentCanBeProved, withdrawal } from './registration-rights.ts'
import { restrictionIsObeyed } from './restriction.ts'
import { holdsLapse } from './retention.ts'
import { deletionIsReal } from './retention-deletion.ts'
import { theLogCannotBeChanged } from './retention-security.ts'
import { answeredInTime } from './rights.ts'
import { versionsNeverChange } from './revisions.ts'

const { mutation, spares } = proving()
const { account, kari } = ids
const id = '01890000-0000-7000-8000-0000000000aa'
const then = new Date('2026-11-22T10:00:00Z')
const asleep = 'set local session_replication_role = replica'

describe('what was witnessed', () => {
  const each = 'each consent is in the log as it was given'
  const given = consent({ id: `'${id}'` })
  const hash = (channel: string, textHash: string) =>
    createHash('sha256')
      .update([id, 'marketing', channel, textHash, 'nb', 1, 'own_page', 'active click', then.getTime()].join('|'))
      .digest('hex')
  const withEvidence = async (db: Transaction<DB>) => {
    await sql.raw(given).execute(db)
    const { rows } = await sql<{ text_hash: string }>`select text_hash from core.consent where id = ${id}`.execute(db)
    await witness(db, then, { kind: 'consent given', body: { consent: id, hash: hash('email', rows[0]!.text_hash) } })
  }
  const andThen = (more: string) => async (db: Transaction<DB>) => {
    await withEvidence(db)
    await sql.raw(more).execute(db)
  }
  mutation(consentCanBeProved, each, 'a consent is put in by hand', given)
  spares(
    consentCanBeProved,
    each,
    'a consent that was witnessed and confirmed',
    andThen(`update core.consent set confirmed_at = '${now.toISOString()}'`),
  )
  mutation(consentCanBeProved, each, 'its channel is changed', andThen(`update core.consent set channel = 'sms'`))
  mutation(
    consentCanBeProved,
    each,
    'it is said to be younger',
    andThen(`update core.consent set given_at = given_at + interval '1 year'`),
  )
  mutation(consentCanBeProved, each, 'it is back after it was withdrawn', async (db) => {
    await withEvidence(db)
    await witness(db, now, { kind: 'withdrawal', subject: kari, body: { purpose: 'all' } })
  })

  const restriction = `insert into core.restriction (account_id, id, person_id, ground, restricted_at, lifted_at, case_id)
    values ('${account}', '${id}', '${kari}', 'unlawful_keep', '${then.toISOString()}', $lifted, gen_random_uuid())`
  const began = 'each restriction began and ended as the log says'
  const restricted = (lifted: string) => async (db: Transaction<DB>) => {
    await sql.raw(restriction.replace('$lifted', lifted)).execute(db)
    await witness(db, then, { kind: 'restricted', subject: kari, body: { ground: 'unlawful_keep' } })
  }
  spares(restrictionIsObeyed, began, 'a restriction that stands', restricted('null'))
  mutation(restrictionIsObeyed, began, 'it is lifted by hand', restricted(`'2026-11-23T08:00:00Z'`))
  mutation(restrictionIsObeyed, began, 'it is taken out', async (db) => {
    await restricted('null')(db)
    await sql`delete from core.restriction`.execute(db)
  })
  mutation(restrictionIsObeyed, began, 'it is said to be another’s', async (db) => {
    await restricted('null')(db)
    await sql`update core.restriction set person_id = gen_random_uuid()`.execute(db)
  })

  const objected = async (db: Transaction<DB>) => {
    await sql`insert into core.objection values (${account}, ${id}, ${kari}, 'marketing', 'phone', ${then}, null)`.execute(db)
    await witness(db, then, { kind: 'objection', subject: kari, body: { scope: 'marketing' } })
  }
  for (const [lie, told] of [
    ['it is taken out', 'delete from core.objection'],
    ['it is lifted', `update core.objection set lifted_at = now()`],
    ['it is made another', `update core.objection set scope = 'particular_situation'`],
  ] as const)
    mutation(noMeansNo, 'each no in the log stands', lie, async (db) => {
      await objected(db)
      await sql.raw(told).execute(db)
    })
  spares(noMeansNo, 'each no in the log stands', 'a no that stands', objected)

  const held = async (db: Transaction<DB>) => {
    await sql`insert into core.hold (account_id, id, kind, reference, reason, approved_by, placed_at, reviewed_at, lapses_on)
      values (${account}, ${id}, 'claim', 'K-1', 'Kunden har reist krav.', 'siv', ${then}, ${then}, '2027-11-22')`.execute(db)
    await witness(db, then, { kind: 'hold placed', body: { hold: id } })
  }
  for (const [lie, told] of [
    ['it is taken out', 'delete from core.hold'],
    ['it is released', `update core.hold set released_at = now()`],
    ['its last day is moved', `update core.hold set lapses_on = '2026-11-22'`],
    ['it is renewed', `update core.hold set reviewed_at = '2026-11-23T08:00:00Z', lapses_on = '2027-11-23'`],
    [
      'another is put in',
      `insert into core.hold select account_id, gen_random_uuid(), kind, reference, reason, person_id, item_table, item_id, approved_by,
      placed_at, reviewed_at, lapses_on, released_at from core.hold`,
    ],
  ] as const)
    mutation(holdsLapse, 'each is in the log, and each in the log is here', lie, async (db) => {
      await held(db)
      await sql.raw(told).execute(db)
    })
  spares(holdsLapse, 'each is in the log, and each in the log is here', 'one that was witnessed', held)

  const claimed = async (db: Transaction<DB>) => {
    await sql`insert into core.rights_case (account_id, id, person_id, kind, channel, received_at, due_on)
      values (${account}, ${id}, ${kari}, 'access', 'letter', '2026-11-18T10:00:00Z', '2026-12-18')`.execute(db)
    await witness(db, then, { kind: 'claim received', subject: kari, body: { case: id } })
  }
  for (const [lie, told] of [
    ['it is said to have come later', `update core.rights_case set received_at = '2026-11-23T08:00:00Z', due_on = '2026-12-23'`],
    ['it is taken out', 'delete from core.rights_case'],
  ] as const)
    mutation(answeredInTime, 'no request came later than the log says', lie, async (db) => {
      await claimed(db)
      await sql.raw(told).execute(db)
    })
  spares(answeredInTime, 'no request came later than the log says', 'a letter of last week', claimed)

  mutation(
    theLogOfDisclosures,
    'each line is in the evidence log as it was written',
    'a line that was witnessed is gone',
    async (db) => witness(db, then, { kind: 'disclosure given', body: { case: id, entry: id, hash: '0'.repeat(64) } }),
  )
  mutation(versionsNeverChange, 'each version is in the log', 'one version is witnessed twice with other words', async (db) =>
    witness(db, then, { kind: 'statement published', body: { revision: 1, contentHash: '0'.repeat(64) } }),
  )
  mutation(
    everySentenceIsChecked,
    'no result is from tomorrow',
    'a result of next year hides what is found today',
    `insert into evidence.control_result values (gen_random_uuid(), 'x.y', 'c', 'query', 0, 1, '0 of 1', 'kept', '2027-11-22T02:00:00Z', 1)`,
  )
  const word = { sentence: noShadowCopies, control: 'the mailbox is emptied', word: 'Jeg har sett.', staffUserId: 'siv' }
  spares(everySentenceIsChecked, 'each word is in the log', 'a word that was given', (db) => attest(db, then, word))
  mutation(
    everySentenceIsChecked,
    'each word is in the log',
    'a word is put in by hand',
    `insert into evidence.attestation
    values (gen_random_uuid(), 'x.y', 'c', 'Jeg lover.', 'siv', '2026-11-22T02:00:00Z', '2027-11-22T02:00:00Z')`,
  )
  mutation(everySentenceIsChecked, 'each word is in the log', 'a word is made to last', async (db) => {
    await attest(db, then, word)
    await sql`update evidence.attestation set expires_at = expires_at + interval '1 year'`.execute(db)
  })
})

describe('what stands outside', () => {
  const shorter = 'nothing is cut off the log'
  const cut = `${asleep}; delete from evidence.checkpoint; delete from evidence.leaf where leaf_index >= (select max(leaf_index) from evidence.leaf);
    delete from evidence.entry e where not exists (select 1 from evidence.leaf l where l.entry_id = e.id)`
  mutation(theLogCannotBeChanged, shorter, 'the end of the log is cut off with every signed head', cut)
  mutation(
    theLogCannotBeChanged,
    shorter,
    'the whole log is gone',
    `${asleep}; truncate evidence.entry, evidence.leaf, evidence.checkpoint`,
  )
  mutation(theLogCannotBeChanged, shorter, 'its end is written again as something else', async (db) => {
    await sql.raw(asleep).execute(db)
    await entry(then, { kind: 'contact corrected', body: {} }).sql.execute(db)
    await sql`update evidence.leaf set leaf_hash = sha256('x') where leaf_index = (select max(leaf_index) from evidence.leaf)`.execute(
      db,
    )
  })
  mutation(
    theLogCannotBeChanged,
    'the leaves are the entries',
    'an entry is gone and its leaf is left',
    `${asleep}; delete from evidence.entry`,
  )
  mutation(
    theLogCannotBeChanged,
    'the whole log computes',
    'another key is published',
    `update core.setting set value = '"-----BEGIN PUBLIC KEY-----"' where key = 'evidence-key'`,
  )

  const entered = (act: Act) => (db: Transaction<DB>, dataDir: string) => ledgerIn(dataDir).enter(db, then, act)
  const whom = { accountId: account, personId: kari }
  const stands = [
    [
      restrictionIsObeyed,
      'what the ledger says is restricted, is',
      'a restriction is gone',
      { what: 'restriction', ...whom, restriction: id, case: null, ground: 'unlawful_keep', category: null },
    ],
    [
      noMeansNo,
      'each no in the ledger stands',
      'an objection is gone',
      { what: 'objection', ...whom, scope: 'marketing', channel: 'phone' },
    ],
    [
      noOutlivesEverything,
      'each print in the ledger is on the list',
      'a print is gone',
      { what: 'suppression', address: 'f'.repeat(64), kind: 'email', channel: 'phone' },
    ],
    [
      deletionIsReal,
      'nobody came back after their erasure',
      'a person is put back from an old backup',
      { what: 'erasure', case: id, channel: 'letter', persons: [whom] },
    ],
  ] as const
  for (const [sentence, control, lie, act] of stands) mutation(sentence, control, lie, entered(act))
  mutation(withdrawal, 'what was withdrawn stays so', 'a consent is back', async (db, dataDir) => {
    await sql.raw(consent({ id: `'${id}'` })).execute(db)
    await entered({ what: 'withdrawal', ...whom, consent: id })(db, dataDir)
  })
  mutation(restrictionIsObeyed, 'what the ledger says is restricted, is', 'what was lifted stands again', async (db, dataDir) => {
    await sql`insert into core.restriction (account_id, id, person_id, ground, restricted_at) values (${account}, ${id}, ${kari}, 'unlawful_keep', ${then})`.execute(
      db,
    )
    await entered({ what: 'lifting', ...whom, restriction: id })(db, dataDir)
  })
})
