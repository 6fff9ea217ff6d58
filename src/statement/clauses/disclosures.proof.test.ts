import { describe } from 'vitest'
import * as disclosure from './disclosure.ts'
import { ids, proving } from './proving.ts'

const { mutation } = proving()
const { account, kari } = ids
const id = '01890000-0000-7000-8000-0000000000d1'
const hash = 'c'.repeat(64)

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
      array['${fields}'], 'navn', 'trengs', 'Altinn', 'siv', array['${approved}'], 'siv', null, null, '${hash}');
    insert into evidence.entry (id, at, kind, commitment, salt, body) values (gen_random_uuid(), '${at}', 'disclosure executed', decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'),
      '{"entry":"${id}","hash":"${hash}"}')`
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
    disclosure.theLogOfDisclosures,
    'each line is in the evidence log as it was written',
    'a line is rewritten with its hash',
    `${executed({ ground: 'order', onFile: order })}; update core.disclosure set content_hash = repeat('d', 64)`,
  )
  mutation(
    disclosure.theLogOfDisclosures,
    'each line is in the evidence log as it was written',
    'a role may change lines',
    'grant update (method) on core.disclosure to ordholden_legal_obligation',
  )
})
