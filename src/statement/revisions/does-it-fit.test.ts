import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TestHouse } from '#testing'
import { doesItFit } from './does-it-fit.ts'
import { openStatedHouse } from './testing.ts'

const now = new Date('2026-11-23T09:00:00Z')
let house: TestHouse
beforeEach(async () => {
  house = await openStatedHouse()
})
afterEach(() => house.close())

const rest = `effective_on, content_hash, texts, terms, kind, published_at, kinds, summary, settings`
/** Makes the revision in force say something that this program does not. */
const anotherText = () =>
  sql`update core.statement_revision set content_hash = repeat('d', 64),
    texts = jsonb_set(texts, '{0,nb}', '"Slik sa vi det før."') where revision = 1`.execute(house.owner)
/** The program's own text, as another revision from that day. */
const ownText = async (effectiveOn: string) => {
  await sql
    .raw(`insert into core.statement_revision (revision, ${rest}) select 2, ${rest.replace('effective_on', `'${effectiveOn}'`)}
    from core.statement_revision where revision = 1`)
    .execute(house.owner)
}

it('lets a program in that says what is in force', async () => {
  expect(await doesItFit(house.owner, now)).toEqual({ fits: true })
})

it('refuses to start a program that says something nobody was told', async () => {
  await anotherText()
  expect(await doesItFit(house.owner, now)).toEqual({
    fits: false,
    because: 'unsaid',
    changed: ['controller.named-everywhere'],
  })
  const { rows } = await sql`select 1 from core.statement_revision`.execute(house.owner)
  expect(rows.length).toBe(1)
})

it('refuses a program whose text has not come into force, and lets it in on its day', async () => {
  await ownText('2026-12-24')
  await anotherText()
  expect(await doesItFit(house.owner, new Date('2026-12-23T22:59:59Z'))).toMatchObject({ because: 'early', revision: 2 })
  expect(await doesItFit(house.owner, new Date('2026-12-23T23:00:00Z'))).toEqual({ fits: true })
})

it('refuses an old program once a newer text is in force', async () => {
  await sql
    .raw(`insert into core.statement_revision (revision, ${rest})
    select 2, ${rest.replace('effective_on', `'2026-11-20'`).replace('content_hash', `repeat('e', 64)`)}
    from core.statement_revision where revision = 1`)
    .execute(house.owner)
  expect(await doesItFit(house.owner, now)).toMatchObject({ fits: false, because: 'old', revision: 1 })
})

it('publishes at once for the sample merchant, whose customers do not exist', async () => {
  await anotherText()
  await sql`insert into core.setting values ('samples', '{"state":"loaded"}', ${now})`.execute(house.owner)
  expect(await doesItFit(house.owner, now)).toEqual({ fits: true })
  const { rows } = await sql<{ revision: number; hurried_because: string | null }>`select revision, hurried_because
    from core.statement_revision order by revision desc`.execute(house.owner)
  expect(rows[0]).toMatchObject({ revision: 2, hurried_because: expect.stringContaining('eksempelforretningen') })
})
