import { expect, it } from 'vitest'
import { sql } from 'kysely'
import { witness } from '#evidence'
import { check, controlOf, type AnySentence, type World } from '#sentence'
import { completeRegister } from './cookies.ts'
import { now, proving } from './proving.ts'
import { deletionIsReal } from './retention-deletion.ts'
import { beforeTheChoice } from './statistics.ts'

const { house } = proving()
const lastNight = new Date(now.getTime() - 8 * 3_600_000)

it.each<[string, string, AnySentence]>([
  ['the canary left nothing', 'canary searched', deletionIsReal],
  ['nobody who was erased is here', 'erased looked for', deletionIsReal],
  ['a browser kept nothing else', 'site scanned', completeRegister],
  ['a browser ran nothing unasked', 'site scanned', beforeTheChoice],
])(
  '%s: unproven before the first night, kept when nothing was found, and red when something was',
  async (name, kind, sentence) => {
    const read = () => check(controlOf(sentence, name), sentence.terms, { db: house().owner, now } as World)
    await sql`delete from evidence.entry where kind = ${kind}`.execute(house().owner)
    expect(await read()).toBeUndefined()
    await witness(house().owner, lastNight, { kind, body: { found: 0, of: 640 } })
    expect(await read()).toMatchObject({ found: 0, of: 640, at: lastNight })
    await witness(house().owner, now, { kind, body: { found: 1, of: 640 } })
    expect((await read())!.found).toBe(1)
  },
)
