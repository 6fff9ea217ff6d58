import { describe, expect, it } from 'vitest'
import { purposes } from '#purposes'
import { check, controlOf } from '#sentence'
import { inventory } from '#inventory'
import { controllerLimits } from './controller-limits.ts'
import { groundsAndInterests } from './interests.ts'
import { ids, now, proving } from './proving.ts'
import { toldWhenFromOthers } from './registration.ts'
import { lawIsWatched } from './revisions.ts'
import { recordOfProcessing } from './rights.ts'

const { mutation } = proving()
const { account, kari } = ids
const limit = (id: string) => controllerLimits.find((sentence) => sentence.id === id)!
const snapshot = (taken: string, activities: string) =>
  `insert into core.protocol_snapshot values (gen_random_uuid(), '${taken}', repeat('f', 64), '{"activities":${activities}}')`
const running = `insert into evidence.control_result values (gen_random_uuid(), 'x.y', 'c', 'query', 0, 1, '0 of 1', 'kept', '2026-11-19T02:00:00Z', 1)`
const reviewed = (rule: string, through: string) =>
  `insert into core.rule_review values (gen_random_uuid(), '${rule}', repeat('a', 64), '2026-10-01T08:00:00Z', '${through}', false, 'Lest.', 'siv')`

describe('what the law wants written down', () => {
  mutation(recordOfProcessing, 'it is kept up', 'nobody has kept it for days', running)
  mutation(
    recordOfProcessing,
    'it is kept up',
    'the last one is from September',
    `${running};${snapshot('2026-09-20T02:00:00Z', '[]')}`,
  )
  mutation(
    recordOfProcessing,
    'every use is in it',
    'delivery is left out',
    snapshot('2026-11-22T02:00:00Z', '[{"purpose":"invoice"}]'),
  )
  mutation(recordOfProcessing, 'each is in the log', 'one is written past the log', snapshot('2026-11-22T02:00:00Z', '[]'))
  mutation(lawIsWatched, 'answers come in time', 'a review date has passed', reviewed('R-10', '2026-11-22'))
  mutation(
    toldWhenFromOthers,
    'failed letters are seen to',
    'the letter came back a month ago and nobody called',
    `insert into core.mail (account_id, id, person_id, kind, purpose, to_address, subject, body, queued_at, failed_at)
      values ('${account}', '01890000-0000-7000-8000-0000000000ee', '${kari}', 'notice of source', 'legal_obligation', 'kari@fjord.example', 'Kilde', '/personvern', '2026-10-20T08:00:00Z', '2026-10-21T08:00:00Z');
    insert into core.source_notice values ('${account}', '${kari}', 'colleague', '01890000-0000-7000-8000-0000000000ee', null, '2026-10-20T08:00:00Z')`,
  )
  mutation(
    limit('controller.the-law-s-list-is-whole'),
    'the text in force has every element',
    'the text says nothing about complaints',
    `update core.statement_revision set texts = (select jsonb_agg(t) from jsonb_array_elements(texts) t where t ->> 'id' <> 'registration.you-can-complain')`,
  )
  mutation(
    limit('controller.protective-by-default'),
    'no departure without a reason',
    'a term is changed without a word',
    `insert into core.setting values ('terms', '{"contact.questions-are-answered":{"within":{"days":60}}}', '2026-11-22T10:00:00Z')`,
  )
  mutation(
    limit('controller.protective-by-default'),
    'a changed purpose is judged first',
    'a revision brings a purpose nobody judged',
    `insert into core.statement_revision (revision, effective_on, content_hash, texts, terms, kind, published_at, kinds)
      values (2, '2026-12-24', repeat('d', 64), '[]', '{}', 'material', '2026-11-22T08:00:00Z', '{"purposes.closed-set":"material"}')`,
  )

  it(`${groundsAndInterests.id}, each interest is weighed: turns red when one is old, and when a purpose has none`, async () => {
    const control = controlOf(groundsAndInterests, 'each interest is weighed')
    const world = { now, inventory } as never
    const { interests } = groundsAndInterests.terms
    const look = async (terms: object) => (await check(control, { ...groundsAndInterests.terms, ...terms }, world))!
    expect(await look({})).toMatchObject({ found: 0 })
    expect((await look({ interests: interests.slice(1) })).found).toBe(1)
    expect((await look({ interests: interests.map((each) => ({ ...each, weighed: '2024-01-01' })) })).found).toBe(
      interests.length,
    )
    expect(interests.length).toBe(Object.values(purposes).filter(({ ground }) => ground.includes('6(1)(f)')).length)
  })
})
