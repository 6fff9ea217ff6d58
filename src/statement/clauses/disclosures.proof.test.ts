import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { approveDisclosure, assessDisclosure, executeDisclosure, requestDisclosure } from '#disclosure'
import { canonical } from '#evidence'
import { controlOf, type AnySentence } from '#sentence'
import * as disclosure from './disclosure.ts'
import { theLogOfDisclosures } from './disclosure-log.ts'
import { ids, now, proving } from './proving.ts'

const { mutation, spares, house } = proving()
const { account, kari } = ids
const id = '01890000-0000-7000-8000-0000000000d1'
const hash = 'c'.repeat(64)
/** Of the line below, as the log counts it. */
function sumOf(ground: string, fields: string, approved: string): string {
  const line = {
    id,
    case_id: id,
    outcome: 'executed',
    ground,
    legal_reference: 'lov',
    recipient_name: 'Mottaker AS',
    recipient_number: null,
    recipient_country: 'NO',
    fields: [fields],
    purpose: 'navn',
    necessity: 'trengs',
    method: 'Altinn',
    handed_hash: null,
    evidence_hash: null,
    requested_by: 'siv',
    approved_by: [approved],
    executed_by: 'siv',
    not_informed_because: null,
    withheld_until: null,
  }
  return createHash('sha256').update(canonical(line)).digest('hex')
}

type Differs = {
  ground: string
  onFile?: object
  fields?: string
  approved?: string
  informed?: string
  withheld?: string
  at?: string
}

/** A case that was executed, its line in the log, and the line's hash in the evidence. */
function executed({
  ground,
  onFile = {},
  fields = 'invoice.number',
  approved = 'leif',
  informed = 'now()',
  withheld = 'null',
  at = '2026-11-20',
}: Differs) {
  return `insert into core.disclosure_case (account_id, id, person_id, ground, recipient_name, recipient_country, asked_for, requested_at, requested_by,
      on_file, executed_at, informed_at, withheld_until)
      values ('${account}', '${id}', '${kari}', '${ground}', 'Mottaker AS', 'NO', 'navn', '${at}', 'siv', '${JSON.stringify(onFile)}', '${at}', ${informed}, ${withheld});
    insert into core.disclosure values ('${account}', '${id}', '${id}', '${kari}', 'executed', '${at}T12:00:00Z', '${ground}', 'lov', 'Mottaker AS', null, 'NO',
      array['${fields}'], 'navn', 'trengs', 'Altinn', 'siv', array['${approved}'], 'siv', null, null, '${sumOf(ground, fields, approved)}');
    insert into evidence.entry (id, at, kind, commitment, salt, body) values (gen_random_uuid(), '${at}T12:00:00Z', 'disclosure executed', decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'),
      '{"entry":"${id}","hash":"${sumOf(ground, fields, approved)}"}')`
}
const consent = { consentText: 'Ja', givenBy: 'Kari', consentGivenOn: '2026-11-01', consentExpiresOn: '2026-12-31' }
const statute = { act: 'skatteforvaltningsloven', section: '§ 10-2', dutyOrPermission: 'plikt' }
const order = { documentHash: hash, calledBack: 'sentralbordet' }
const claim = { warnedOn: '2026-10-20', licence: '12345' }

describe('section 6, the four grounds', () => {
  mutation(
    disclosure.byConsent,
    'each had a consent in force',
    'the consent had expired',
    executed({ ground: 'subject_consent', onFile: { ...consent, consentExpiresOn: '2026-11-19' } }),
  )
  mutation(
    disclosure.byStatute,
    'each cites act and section',
    'no section is cited',
    executed({ ground: 'statutory_authority', onFile: { ...statute, section: '' } }),
  )
  mutation(
    disclosure.byStatute,
    'each cites act and section',
    'one person alone said yes',
    executed({ ground: 'statutory_authority', onFile: statute, approved: 'siv' }),
  )
  mutation(
    disclosure.byOrder,
    'each order was checked',
    'nobody called back',
    executed({ ground: 'order', onFile: { ...order, calledBack: '' } }),
  )
  mutation(
    disclosure.byOrder,
    'nobody was left in the dark',
    'the gag ended three weeks ago',
    executed({ ground: 'order', onFile: order, informed: 'null', withheld: `'2026-11-02'`, at: '2026-10-01' }),
  )
  mutation(
    disclosure.byCollection,
    'each claim was warned of, and no more was given',
    'it went fourteen days after the warning',
    executed({ ground: 'debt_collection', onFile: { ...claim, warnedOn: '2026-11-06' } }),
  )
  mutation(
    disclosure.byCollection,
    'each claim was warned of, and no more was given',
    'the dialogue went along',
    executed({ ground: 'debt_collection', onFile: claim, fields: 'inquiry.body' }),
  )
  mutation(
    disclosure.defaultDeny,
    'each disclosure has a case, and each no is written down',
    'a refusal is not written down',
    `${executed({ ground: 'order', onFile: order })}; delete from core.disclosure`,
  )
  mutation(
    disclosure.defaultDeny,
    'each disclosure has a case, and each no is written down',
    'something is handed out without a case',
    `${executed({ ground: 'order', onFile: order })}; update core.disclosure set case_id = gen_random_uuid()`,
  )
  mutation(
    theLogOfDisclosures,
    'each line is in the evidence log as it was written',
    'a line is rewritten behind the back of the log',
    `${executed({ ground: 'order', onFile: order })}; update core.disclosure set recipient_name = 'En annen AS'`,
  )
  mutation(
    theLogOfDisclosures,
    'each line is in the evidence log as it was written',
    'a field is taken out of what was handed over',
    `${executed({ ground: 'order', onFile: order })}; update core.disclosure set fields = '{}'`,
  )
  mutation(
    theLogOfDisclosures,
    'each line is in the evidence log as it was written',
    'another day is written on it',
    `${executed({ ground: 'order', onFile: order })}; update core.disclosure set at = at - interval '1 month'`,
  )
  spares(
    theLogOfDisclosures,
    'each line is in the evidence log as it was written',
    'a line as it was written',
    executed({ ground: 'order', onFile: order }),
  )
  mutation(
    theLogOfDisclosures,
    'each line is in the evidence log as it was written',
    'a line is rewritten with its hash',
    `${executed({ ground: 'order', onFile: order })}; update core.disclosure set content_hash = repeat('d', 64)`,
  )
  mutation(
    theLogOfDisclosures,
    'each line is in the evidence log as it was written',
    'a role may change lines',
    'grant update (method) on core.disclosure to ordholden_legal_obligation',
  )
})

it('counts the sum of a line as the log wrote it, whatever the words hold', async () => {
  const db = house().for('legal_obligation')
  const { id: caseId } = await requestDisclosure(db, now, {
    accountId: account,
    personId: kari,
    ground: 'order',
    staffUserId: 'siv',
    recipient: { name: 'Skatt "Vest"\\Ærlig\tog\u001fgrei', number: null, country: 'NO', mailbox: null },
    askedFor: 'navn\nog adresse – 日本',
  })
  const key = { accountId: account, id: caseId }
  await assessDisclosure(db, now, key, {
    fields: ['invoice.number', 'account.name'],
    necessity: 'trengs',
    filed: { ...order, issuedBy: 'retten', reference: '1', legalBasis: '§ 210', scope: 'ordre', gag: 'ja' },
    withheldUntil: '2027-02-28',
    staffUserId: 'siv',
  })
  await approveDisclosure(db, now, key, { staffUserId: 'leif', assessedAt: now })
  const handed = { method: 'Altinn', handedHash: hash, informed: false, notInformedBecause: 'etterforskning', staffUserId: 'siv' }
  expect(await executeDisclosure(db, now, key, handed)).toHaveProperty('entry')
  const control = controlOf(theLogOfDisclosures as AnySentence, 'each line is in the evidence log as it was written')
  if (control.kind !== 'query') throw new Error('it is asked of the database')
  expect((await control.of(now, {} as never).execute(house().owner)).rows).toEqual([{ count: 1n }])
  expect((await control.broken(now, {} as never).execute(house().owner)).rows).toEqual([])
})
