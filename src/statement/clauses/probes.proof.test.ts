import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evidenceKey } from '#evidence'
import { inventory } from '#inventory'
import { sampleController, saveController } from '#merchant'
import { check, controlOf, type AnySentence, type World } from '#sentence'
import { openTestHouse, type TestHouse } from '#testing'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printed, termsOf } from '../printed.ts'
import { publishIfChanged } from '../revisions/publish-if-changed.ts'
import * as controller from './controller.ts'
import { controllerLimits } from './controller-limits.ts'
import * as cookies from './cookies.ts'
import { lookingNowhere, now } from './proving.ts'
import * as purposes from './purposes.ts'
import { requiredOrOptional } from './registration.ts'
import { noGiftLists } from './registration-limits.ts'
import { complaintInEveryAnswer } from './registration-rights.ts'
import { everythingHasAnEnd, needIsWritten } from './retention.ts'
import * as revisions from './revisions.ts'
import * as statistics from './statistics.ts'

/** A page as it should be; `with` replaces or adds what a mutation needs. */
type Shown = {
  readonly html?: string
  readonly head?: string
  readonly status?: number
  readonly cookie?: string
  readonly policy?: string
}

const { contentHash } = printed(sampleController)
const fields = Array.from(
  { length: 8 },
  (_, at) => `<label for="f${at}">Felt (valgfritt)</label><input id="f${at}" type="text" value="">`,
).join('')
const promises = Array.from({ length: 120 }, (_, at) => `<article class="promise" id="s${at}" data-state="kept"></article>`).join(
  '',
)
const whole = `<h1>Side</h1><form method="post"><a href="/personvern">Personvern</a>${fields}</form>${promises}<li data-measure="s1"></li> datatilsynet.no ${contentHash}`

function site(shown: Shown = {}): World['visit'] {
  const {
    html = whole,
    head = `<title>${sampleController.legalName}</title>`,
    status = 200,
    cookie,
    policy = "default-src 'self'",
  } = shown
  return async () =>
    new Response(`${head}${html}`, {
      status,
      headers: { 'Content-Security-Policy': policy, ...(cookie && { 'Set-Cookie': cookie }) },
    })
}

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await saveController(house.owner, now, sampleController)
  await publishIfChanged(house.owner, now)
})
afterAll(() => house.close())

async function found(sentence: AnySentence, name: string, visit: World['visit'], differs: Partial<World> = {}): Promise<number> {
  const { publicKey } = evidenceKey(mkdtempSync(join(tmpdir(), 'probes-')))
  const world = { ...lookingNowhere, db: house.owner, now, visit, inventory, publicKey, contentHash, ...differs }
  return (await check(controlOf(sentence, name), termsOf(sentence, sampleController), world))!.found
}

function mutation(sentence: AnySentence, control: string, what: string, shown: Shown, differs: Partial<World> = {}): void {
  it(`${sentence.id}, ${control}: turns red when ${what}`, async () => {
    expect(await found(sentence, control, site())).toBe(0)
    expect(await found(sentence, control, site(shown), differs)).toBeGreaterThan(0)
  })
}

const limit = (id: string) => controllerLimits.find((sentence) => sentence.id === id)!

describe('what a probe sees on the pages', () => {
  mutation(controller.namedEverywhere, 'the name stands on every page', 'the page names nobody', { head: '' })
  mutation(controller.everySentenceIsChecked, 'each sentence on the page has a state', 'one stands without', {
    html: whole.replace(' data-state="kept"', ''),
  })
  mutation(controller.measuresAreTrue, 'no measure is listed that is off', 'one in the list is broken', {
    html: whole.replace('id="s1" data-state="kept"', 'id="s1" data-state="broken"'),
  })
  mutation(controller.statementAtEveryForm, 'the link stands at the forms', 'the form has no link', {
    html: '<form method="post"></form>',
  })
  mutation(limit('controller.nothing-without-an-owner'), 'the policy lets nothing else in', 'another host is let in', {
    policy: "default-src 'self' https://cdn.example",
  })
  mutation(requiredOrOptional, 'each field says so', 'a field says nothing', { html: whole.replace('Felt (valgfritt)', 'Felt') })
  mutation(noGiftLists, 'no form takes a file', 'the form takes a list', { html: `${whole}<input type="file">` })
  mutation(complaintInEveryAnswer, 'the statement shows the way', 'the way is gone', {
    html: whole.replace('datatilsynet.no', ''),
  })
  mutation(purposes.noRecording, 'the pages run nothing', 'a recorder is loaded', {
    html: `${whole}<script src="/replay.js"></script>`,
  })
  mutation(statistics.countersOnly, 'the pages report to nobody', 'a pixel is loaded', {
    html: `${whole}<img src="https://pixel.example/1.gif">`,
  })
  mutation(statistics.beforeTheChoice, 'no script before the choice', 'a script is loaded unasked', {
    html: `${whole}<script src="/telling.js"></script>`,
  })
  mutation(statistics.noAdvertising, 'no word of an advertising network', 'a tag manager is named', {
    html: `${whole} googletagmanager`,
  })
  mutation(cookies.completeRegister, 'no unknown cookie is set', 'an unknown cookie is set', { cookie: '_visitor=1' })
  mutation(cookies.nothingOnArrival, 'arriving sets no cookie', 'a cookie is set on arrival', {
    cookie: 'ordholden.session_token=x',
  })
  mutation(cookies.blockingWorks, 'pages work without cookies', 'a page asks for cookies', { html: '<h1>Slå på cookies</h1>' })
  mutation(cookies.internalOnly, 'nobody else is on the page', 'a font comes from elsewhere', {
    html: `${whole}<link rel="stylesheet" href="//fonts.example/a.css">`,
  })
  mutation(revisions.historyIsPublic, 'each version can be read', 'an old version is gone', { status: 404 })
})

describe('what a probe sees in the house', () => {
  const { columns } = inventory.find(({ table }) => table === 'core.person')!
  const without = (name: string) =>
    inventory.map((table) =>
      table.table === 'core.person'
        ? { ...table, columns: Object.fromEntries(Object.entries(columns).filter(([column]) => column !== name)) }
        : table,
    )
  const changed = (as: object) =>
    inventory.map((table) =>
      table.table === 'core.person'
        ? { ...table, columns: { ...columns, email: { ...(columns.email as object), ...as } as never } }
        : table,
    )

  mutation(
    controller.nothingUndescribed,
    'the catalogue knows no other column',
    'a declaration is taken out',
    {},
    { inventory: without('email') },
  )
  mutation(
    controller.nothingUndescribed,
    'each describes its end',
    'a field has no purpose',
    {},
    { inventory: changed({ for: [] }) },
  )
  mutation(everythingHasAnEnd, 'each field has a rule', 'a field has no rule', {}, { inventory: changed({ ends: 'R-99' }) })
  const endless = inventory.map((table) => {
    const { since: _, ...without } = table
    return table.table === 'core.reading' ? without : table
  })
  mutation(everythingHasAnEnd, 'each row has an end', 'the log of look-ups loses its rule', {}, { inventory: endless })
  mutation(
    needIsWritten,
    'each kind has its need',
    'a new kind is stored and nobody says why',
    {},
    { inventory: changed({ holds: 'hobbies' as never }) },
  )
  mutation(controller.lawIsDated, 'no rule is past its review', 'years go by', {}, { now: new Date('2030-01-01T00:00:00Z') })
  mutation(
    revisions.textBeforePractice,
    'the program says what is published',
    'the program has changed',
    {},
    { contentHash: 'f'.repeat(64) },
  )
})
