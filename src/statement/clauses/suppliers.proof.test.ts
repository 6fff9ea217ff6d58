import { describe } from 'vitest'
import { ids, proving, transfer } from './proving.ts'
import { onlyRegistered } from './processors.ts'
import { recipientsAreTold } from './recipients-told.ts'
import * as suppliers from './suppliers.ts'

const { mutation, spares } = proving()
const { account, kari } = ids

/** An instruction about Kari, answered the day after; give what differs. */
function instruction(differs: Record<string, string> = {}): string {
  const asked = {
    account_id: `'${account}'`,
    id: 'gen_random_uuid()',
    person_id: `'${kari}'`,
    recipient: `'mail-server'`,
    kind: `'erasure'`,
    queued_at: `'2026-11-10T10:00:00Z'`,
    sent_at: `'2026-11-10T10:01:00Z'`,
    answered_at: `'2026-11-11T10:00:00Z'`,
    answer: `'confirmed'`,
    done_on: `'2026-11-11'`,
    sub_processors: `'none'`,
    backups_lapse_on: `'2026-12-10'`,
    ...differs,
  }
  return `insert into core.instruction (${Object.keys(asked).join(', ')}) values (${Object.values(asked).join(', ')})`
}
const unanswered = { answered_at: 'null', answer: 'null', done_on: 'null' }
const kept = {
  answer: `'kept_by_law'`,
  data_class: `'regnskapsbilag'`,
  statute: `'bokføringsloven'`,
  section: `'§ 13'`,
  holder: `'NTC'`,
  keeps_until: `'2032-01-01'`,
}
const subject = (differs: { created?: string; id?: string } = {}) =>
  `insert into core.instruction_subject values ('${account}', ${differs.id ?? 'gen_random_uuid()'}, null, '{}', null, 'nb', '${differs.created ?? '2026-11-20T10:00:00Z'}')`
const rectified = (at: string) =>
  `insert into core.rights_case values ('${account}', gen_random_uuid(), '${kari}', 'rectification', 'my_page', '${at}', '2026-12-20', '${at}', '{"field":"phone"}')`

describe('section 5, what suppliers have agreed to', () => {
  mutation(
    suppliers.agreementFirst,
    'nothing left without an agreement',
    'the agreement ended before',
    `${transfer()}; update core.recipient_agreement set ends_on = '2026-11-01'`,
  )
  mutation(
    suppliers.agreementFirst,
    'nothing left without an agreement',
    'the agreement says nothing of deletion',
    `${transfer()}; update core.recipient_agreement set covers = array['a', 'b', 'c', 'd', 'e', 'f', 'h']`,
  )
  mutation(
    suppliers.reviewedYearly,
    'no review is late',
    'nobody looked for thirteen months and a day',
    `update core.recipient_review set reviewed_on = '2025-10-20' where recipient = 'bdo'`,
  )
  const subProcessor = (told: string, effective: string, location = 'DK') =>
    `insert into core.sub_processor values ('bitpro', gen_random_uuid(), 'Kjellerlager ApS', 'lagrer kopier', '${location}', null, '${told}', '${effective}', null, null)`
  mutation(
    suppliers.subProcessors,
    'no change was let through',
    'a notice of 29 days passes',
    `${subProcessor('2026-10-01', '2026-10-31')}; ${subProcessor('2026-10-01', '2026-10-30')}`,
  )
  mutation(
    suppliers.subProcessors,
    'no change was let through',
    'one outside the EEA passes',
    subProcessor('2026-10-01', '2026-12-31', 'US'),
  )
  mutation(
    suppliers.breachNotice,
    'no agreement allows longer',
    'a new agreement allows two days',
    `insert into core.recipient_agreement values ('bdo', gen_random_uuid(), 'Ny avtale', repeat('a', 64), array['a'], 48, '2026-11-01', null)`,
  )
  mutation(
    onlyRegistered,
    'the list is the register',
    'somebody is entered and not published',
    `insert into core.recipient (id, name, role, does_nb, does_en, purposes, ground, location, holds, reached_by, announced_at, active_at)
      values ('carrier', 'Postvogna', 'controller', 'kjører', 'drives', array['deliver'], 'art. 6', 'NO', 'transferred', 'nothing', now(), now())`,
  )
  mutation(
    onlyRegistered,
    'the list is the register',
    'somebody is published and has left',
    `update core.recipient set ended_at = '2026-10-01T00:00:00Z' where id = 'bdo'`,
  )
})

describe('what suppliers are asked', () => {
  mutation(
    recipientsAreTold,
    'nobody was forgotten',
    'one correction is passed on and the next is not',
    `${transfer({ at: `'2026-11-01T00:00:00Z'` })}; ${instruction({ kind: `'rectification'`, queued_at: `'2026-11-20T10:00:00Z'` })};
      ${rectified('2026-11-20T10:00:00Z')}; ${rectified('2026-11-21T10:00:00Z')}`,
  )
  const corrected = (at: string) =>
    `update house.migration set applied_at = '2026-11-01'; insert into evidence.entry (id, at, kind, subject, commitment, salt, body)
      values (gen_random_uuid(), '${at}', 'contact corrected', '${kari}', decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), '{"field":"phone"}')`
  const passedOn = instruction({ kind: `'rectification'`, queued_at: `'2026-11-20T10:00:00Z'` })
  mutation(
    recipientsAreTold,
    'nobody was forgotten at the desk either',
    'staff correct twice and tell once',
    `${transfer({ at: `'2026-11-01T00:00:00Z'` })}; ${corrected('2026-11-20T10:00:00Z')}; ${passedOn}; ${corrected('2026-11-21T10:00:00Z')}`,
  )
  spares(
    recipientsAreTold,
    'nobody was forgotten at the desk either',
    'what was told, and what nobody outside had got before',
    `${transfer({ at: `'2026-11-10T00:00:00Z'` })}; ${corrected('2026-11-09T10:00:00Z')}; ${corrected('2026-11-20T10:00:00Z')}; ${passedOn}`,
  )
  mutation(
    suppliers.whatNamesYouGoes,
    'no name waits for nobody',
    'all have answered and the name is still there',
    `${subject({ id: `'01890000-0000-7000-8000-0000000000b1'` })}; ${instruction({ subject_id: `'01890000-0000-7000-8000-0000000000b1'` })}`,
  )
  mutation(
    suppliers.whatNamesYouGoes,
    'no name waits for nobody',
    'it waits for a silent supplier past 90 days',
    `${subject({ id: `'01890000-0000-7000-8000-0000000000b2'`, created: '2026-08-01T00:00:00Z' })};
      ${instruction({ ...unanswered, subject_id: `'01890000-0000-7000-8000-0000000000b2'` })}`,
  )
  mutation(
    suppliers.suppliersDeleteToo,
    'each was asked in time',
    'it waits here for eight days',
    instruction({ ...unanswered, queued_at: `'2026-11-15T08:00:00Z'`, sent_at: 'null' }),
  )
  mutation(
    suppliers.suppliersDeleteToo,
    'each has answered in time',
    'one is silent for 31 days',
    instruction({ ...unanswered, queued_at: `'2026-10-23T08:00:00Z'`, sent_at: `'2026-10-23T08:01:00Z'` }),
  )
  mutation(
    suppliers.suppliersDeleteToo,
    'each answer is whole',
    'backups are not part of the answer',
    instruction({ backups_lapse_on: 'null' }),
  )
  mutation(suppliers.onlyLawKeeps, 'nobody keeps without a law', 'no section is cited', instruction({ ...kept, section: `' '` }))
  mutation(
    suppliers.onlyLawKeeps,
    'each is asked again when its day has come',
    'the day passes in silence',
    instruction({ ...kept, keeps_until: `'2026-11-19'` }),
  )
})
