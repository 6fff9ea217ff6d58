import { describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { witness } from '#evidence'
import { check, controlOf, stateOf, type AnySentence, type World } from '#sentence'
import { now, proving } from './proving.ts'
import { backups } from './retention-backups.ts'

const { house } = proving()
const nightBefore = (days: number) => new Date(now.getTime() - days * 86_400_000)

/** What the control reads after these exercises, oldest first. */
async function read(
  sentence: AnySentence,
  control: string,
  kind: string,
  exercises: readonly { readonly at: Date; readonly body: Record<string, number> }[],
) {
  await sql`delete from evidence.entry where kind = ${kind}`.execute(house().owner)
  for (const { at, body } of exercises) await witness(house().owner, at, { kind, body })
  return check(controlOf(sentence, control), sentence.terms, { db: house().owner, now } as World)
}

const good = { found: 0, of: 12, rows: 900, backups: 30, tooOld: 0 }

describe('the backups’ sentence reads what last night’s drill found', () => {
  it.each([
    ['a restore was drilled', { ...good, found: 2 }],
    ['no backup is too old', { ...good, tooOld: 1 }],
  ])('%s: turns red when the drill found otherwise, and only the last drill counts', async (control, bad) => {
    const kind = 'restore drilled'
    expect(await read(backups, control, kind, [{ at: nightBefore(1), body: good }])).toMatchObject({
      found: 0,
      at: nightBefore(1),
    })
    expect(
      (await read(backups, control, kind, [
        { at: nightBefore(2), body: good },
        { at: nightBefore(1), body: bad },
      ]))!.found,
    ).toBeGreaterThan(0)
    expect(
      (await read(backups, control, kind, [
        { at: nightBefore(2), body: bad },
        { at: nightBefore(1), body: good },
      ]))!.found,
    ).toBe(0)
  })

  it('is unproven before the first drill, and stale when nobody has drilled for two days', async () => {
    const control = 'a restore was drilled'
    expect(await read(backups, control, 'restore drilled', [])).toBeUndefined()
    const one = { ...backups, controls: [controlOf(backups, control)] } as AnySentence
    const result = (days: number) =>
      ({ sentence: backups.id, control, found: 0, of: 12, state: 'kept', at: nightBefore(days) }) as const
    expect([stateOf(one, [], now), stateOf(one, [result(1)], now), stateOf(one, [result(3)], now)]).toEqual([
      'unproven',
      'kept',
      'stale',
    ])
  })
})
