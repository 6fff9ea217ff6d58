import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayOf, daysAfter, writtenDay } from '#clock'
import { controller, signature } from '#merchant'
import { activateListed, followUpInstructions, sendInstruction, type SupplierPost } from '#processors'
import { send } from '#outbound'
import { followRegister, recipientsInForce } from '#statement'
import { cast } from '../samples/cast.ts'
import { openReceiver, type Receiver } from '../samples/supplier/receiver.ts'
import { faults, openSite, pictured, type Site } from './browser.ts'
import { type Somebody, visitAs } from './signed-in.ts'
import { answers, brokenMachine, type Answering } from './supplier-answers.ts'

let site: Site
let siv: Page
let supplier: Receiver
let says: Answering
const today = dayOf(new Date())
/** So many days from now: instructions are counted from the moment they were given. */
const days = (count: number) => new Date(Date.now() + count * 86_400_000)
const letter = { name: 'avtale.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 databehandleravtale') }

beforeAll(async () => {
  site = await openSite()
  // A merchant of flesh and blood: the text must have a day before anything follows it.
  await sql`delete from core.setting where key = 'samples'`.execute(site.house.owner)
  siv = await pageOf({ staff: 'privacy_officer' })
  siv.setDefaultTimeout(5000)
}, 120_000)
afterAll(async () => {
  await supplier?.close()
  await site.close()
})

async function pageOf(somebody: Somebody | undefined, how: Parameters<Site['visit']>[0] = {}): Promise<Page> {
  return (await (somebody ? visitAs(site, somebody, how) : site.visit(how))).newPage()
}

const legal = () => site.house.for('legal_obligation')
const post = (): SupplierPost => ({
  db: legal(),
  dataDir: site.dataDir,
  website: site.url,
  sender: async () => {
    const merchant = await controller(site.house.for('administer'))
    return { name: merchant.legalName, signature: (language) => signature(merchant, language, site.url) }
  },
})

/** What the job does when the register has changed, and at midnight. */
async function registerFollowed(): Promise<void> {
  await followRegister(site.house.owner, legal(), new Date())
  await activateListed(legal(), new Date(), await recipientsInForce(legal(), new Date()))
}

const tried = async () => {
  const disclosure = {
    accountId: '01890000-0000-7000-8000-00000000000a',
    personId: null,
    purpose: 'deliver',
    fields: ['person.email'],
  }
  const sent = await send(site.house.for('deliver'), new Date(), 'gravor-ostlandet-as', disclosure, async () => 'sendt')
  return 'answer' in sent ? sent.answer : 'refused' in sent ? sent.refused : 'failed'
}

/** The instruction's own row on her page. */
const row = (id: string) => siv.locator(`tr:has-text("${id.slice(-8)}")`)
const becomes = (id: string, standing: string) => row(id).locator('.ds-tag', { hasText: standing }).waitFor()

async function instructionOf(email: string): Promise<string> {
  const person = await pageOf({ customer: email }, { width: 390, without: 'script' })
  await person.goto('/min-side/slett')
  await person.click('main button:has-text("Slett opplysningene mine")')
  expect(await person.textContent('main')).toContain('Gravør Østlandet AS')
  await person.context().close()
  const { id } = await site.house.owner
    .selectFrom('core.instruction')
    .select('id')
    .where('recipient', '=', 'gravor-ostlandet-as')
    .where('kind', '=', 'erasure')
    .orderBy('queued_at', 'desc')
    .executeTakeFirstOrThrow()
  return id
}

it('a new supplier is entered by the words people use, keeps what was typed, and says all that is wrong at once', async () => {
  await siv.goto('/desk/leverandorer')
  await siv.click('text=Ny leverandør')
  await siv.getByLabel('Navn', { exact: true }).fill('Gravør Østlandet AS')
  await siv.getByLabel('Hva de gjør').fill('graverer gavene')
  await siv.getByLabel('Felt 1', { exact: true }).selectOption({ label: 'Deg som kontaktperson: e-post' })
  await siv.getByLabel('Land').fill('no')
  await siv.click('text=Før opp')
  await siv.waitForSelector('text=Noe mangler eller er feil')
  const wrong = await siv.locator('.ds-validation-message').allInnerTexts()
  expect(wrong).toContain('Skriv hvorfor de får det. Uten grunn, uten felt.')
  expect(wrong).toContain('Velg minst ett.')
  expect(await siv.getByLabel('Felt 1', { exact: true }).inputValue()).toBe('person.email')
  expect(await faults(siv)).toEqual([])
  await siv.getByLabel('Hvorfor de får felt 1').fill('spør når graveringen er uklar')
  await siv.getByLabel('Det samme på engelsk').first().fill('engraves the gifts')
  await siv.getByLabel('levere det du har bedt om').check()
  await siv.getByLabel('Hvem de har noe om').selectOption('everybody')
  await siv.getByLabel('Rettslig grunnlag').fill('GDPR art. 28')
  await siv.getByLabel('Postkasse for instrukser').fill('personvern@gravor.example')
  await siv.click('text=Før opp')
  await siv.waitForSelector('text=Kryss av minst ett felt de kjenner igjen folk på.')
  await siv.getByLabel('kjenner igjen folk på dette').first().check()
  await pictured(siv, 'new-supplier')
  await siv.click('text=Før opp')
  await siv.waitForURL('**/gravor-ostlandet-as')
})

async function signs(name: string, parts: string): Promise<void> {
  await siv.click('summary:has-text("Før en undertegnet avtale")')
  const agreement = siv.locator('details[open]')
  await agreement.locator('[name=documentName]').fill(name)
  await agreement.getByLabel('Velg filen').setInputFiles(letter)
  await agreement.getByLabel('Undertegnet').fill(today)
  for (const part of parts) await agreement.locator(`[name=covers][value=${part}]`).check()
  await agreement.getByRole('button', { name: 'Før avtalen' }).click()
}

it('gets nothing before the agreement is signed and the published statement names it', async () => {
  const notice = siv.locator('.ds-alert', { hasText: 'Får ingenting ennå' })
  await notice.waitFor()
  expect(await notice.locator('li').count()).toBe(2)
  await registerFollowed()
  expect(await tried()).toMatch(/is not active/)

  await signs('Databehandleravtale Gravør Østlandet', 'abcdefg')
  await siv.waitForSelector('text=Uten alle åtte, (a) til (h), går ingenting ut.')
  expect(await siv.locator('details[open]').count()).toBe(0)
  await signs('Databehandleravtale Gravør Østlandet, hele', 'abcdefgh')
  await siv.waitForSelector('text=Databehandleravtale Gravør Østlandet, hele')
  await siv.click('summary:has-text("Før årets gjennomgang")')
  await siv.getByLabel('Hva vi fant').fill('Sikkerheten og stedet er som avtalt, ingen hendelser.')
  await siv.getByRole('button', { name: 'Før gjennomgangen' }).click()
  await siv.waitForSelector(`text=Neste ${writtenDay(`${Number(today.slice(0, 4)) + 1}${today.slice(4)}`, 'nb')}`)
  await siv.click('summary:has-text("Før varsel om ny underleverandør")')
  const told = siv.locator('details[open]')
  await told.getByLabel('Navn').fill('Laserkutt Inc.')
  await told.getByLabel('Hva de gjør').fill('skjærer platene som graveres')
  await told.getByLabel('Land').fill('us')
  await told.getByLabel('Tas i bruk').fill(daysAfter(today, 10))
  await told.getByRole('button').click()
  await told.getByText('Utenfor EØS trengs et overføringsgrunnlag.').waitFor()
  await told.getByLabel('Grunnlag for overføring').fill('art. 46, standardvilkår')
  await told.getByRole('button').click()
  const below = siv.locator('li', { hasText: 'Laserkutt Inc., USA' })
  await below.getByText('varslet for sent').waitFor()
  await below.getByRole('button', { name: 'Protester' }).click()
  await below.getByText(`protestert ${writtenDay(today, 'nb')}`).waitFor()

  expect(await tried()).toMatch(/is not active/)
  expect(await notice.locator('li').allInnerTexts()).toEqual([
    expect.stringContaining('Erklæringen som gjelder, nevner dem ikke'),
  ])
  await pictured(siv, 'supplier-waits')
})

it('stands in the published list the day the text with it applies, and only then gets anything', async () => {
  await siv.click('text=utkastet til neste versjon')
  await siv.waitForSelector('.compared ins')
  expect(await siv.locator('.compared').innerText()).toContain('Gravør Østlandet AS')
  await siv.fill('[name=effectiveOn]', today)
  await siv.fill('[name=summaryNb]', 'Gravør Østlandet AS graverer gavene.')
  await siv.fill('[name=summaryEn]', 'Gravør Østlandet AS engraves the gifts.')
  await siv.click('text=Publiser og varsle')
  await siv.waitForSelector('text=Kundene skal vite om vesentlige endringer 30 dager før.')
  await siv.fill('[name=hurriedBecause]', 'Julegavene graveres fra i dag.')
  await siv.click('text=Publiser og varsle')
  await siv.waitForSelector('text=er publisert')
  await registerFollowed()
  const stranger = await pageOf(undefined, { without: 'script' })
  await stranger.goto('/personvern')
  expect(await stranger.textContent('main')).toContain('Gravør Østlandet AS, som graverer gavene')
  expect(await tried()).toBe('sendt')
  await siv.goto('/desk/leverandorer')
  expect(await siv.locator('tr:has-text("graverer gavene")').innerText()).toMatch(/i bruk[\s\S]*gjelder/)
})

it('hears of an erasure by a signed webhook; when its machine fails, she sees why and may have it tried again', async () => {
  await siv.goto('/desk/leverandorer/gravor-ostlandet-as')
  await siv.click('summary:has-text("Bruk webhook")')
  await siv.fill('[name=url]', 'http://mottak.gravor.example')
  await siv.click('button:has-text("Bruk webhook")')
  await siv.waitForSelector('text=Adressen må begynne med https://.')
  const broken = await brokenMachine()
  await siv.fill('[name=url]', broken.url)
  await siv.click('button:has-text("Bruk webhook")')
  await siv.waitForSelector('text=Som signert webhook til')
  await siv.click('summary:has-text("Vis hemmeligheten de skal ha")')
  const secret = (await siv.textContent('code:has-text("whsec_")'))!
  supplier = await openReceiver({ port: 0, secret, holds: [], answer: () => undefined })
  says = answers(`${site.url}/api/v1/suppliers/gravor-ostlandet-as/answers`, secret)

  const id = await instructionOf(cast.kari.contact.email)
  await expect(sendInstruction(post(), new Date(), id)).rejects.toThrow('500')
  broken.close()
  await siv.goto('/desk')
  await siv.click('a:has-text("beskjed til en leverandør")')
  await siv.waitForURL('**/desk/leverandorer#instrukser')
  expect(await row(id).innerText()).toMatch(/kommer ikke fram[\s\S]*Mottaket deres svarte 500\./)
  expect(await faults(siv)).toEqual([])
  await pictured(siv, 'instruction-failed')
  await siv.goto('/desk/leverandorer/gravor-ostlandet-as')
  await siv.click('summary:has-text("Bruk webhook")')
  await siv.fill('[name=url]', supplier.url)
  await siv.click('button:has-text("Bruk webhook")')
  await siv.waitForSelector(`text=${supplier.url}`)
  await siv.click('text=Prøv igjen nå')
  await siv.waitForSelector('text=Ført inn.')
  await sendInstruction(post(), new Date(), id)
  expect(supplier.received.map(({ data }) => data.about)).toEqual([{ 'person.email': [cast.kari.contact.email] }])
})

it('answers wrongly in every way and is not believed; rightly, twice, and it is done once', async () => {
  const { instruction } = supplier.received[0]!.data
  const right = { instruction, doneOn: today, subProcessors: 'none', backupsLapseOn: daysAfter(today, 30) }
  expect(await says.refused(right, instruction)).toEqual({
    'a signature of somebody else': 401,
    'ten minutes old': 401,
    'no JSON': 400,
    'another state': 422,
    'an instruction nobody gave': 404,
    'done tomorrow': 422,
    '20 MB': 413,
  })
  await siv.goto('/desk/leverandorer')
  expect(await row(instruction).innerText()).toContain('venter på svar')
  expect(await says.done('first', right)).toBe(200)
  expect(await says.done('first', right)).toBe(200)
  expect(await says.done('second', { ...right, subProcessors: 'done' })).toBe(200)
  await siv.reload()
  expect(await row(instruction).innerText()).toContain('bekreftet')
  const answered =
    await sql`select 1 from evidence.entry where kind = 'supplier answered' and body->>'instruction' = ${instruction}`.execute(
      site.house.owner,
    )
  expect(answered.rows).toHaveLength(1)
})

it('never answers: reminded on day 14, hers to ring on day 21, red on day 30, and the person is told by name', async () => {
  const { email } = cast.fatima.contact
  const id = await instructionOf(email)
  await sendInstruction(post(), new Date(), id)
  const seen = async (day: number) => {
    await followUpInstructions(post(), days(day))
    if (day === 14) await sendInstruction(post(), days(day), id, true).catch(() => undefined)
    await siv.goto('/desk/leverandorer')
    return row(id).locator('.ds-tag').innerText()
  }
  expect([await seen(13), await seen(14), await seen(21), await seen(29), await seen(30)]).toEqual([
    'venter på svar',
    'venter på svar',
    'ring dem',
    'ring dem',
    'ikke besvart i tide',
  ])
  await pictured(siv, 'instruction-overdue')
  const told = await site.house.owner
    .selectFrom('core.mail')
    .select('subject')
    .where('kind', '=', 'supplier silent')
    .where('to_address', '=', email)
    .execute()
  expect(told).toContainEqual({ subject: 'Gravør Østlandet AS har ikke svart oss' })
  // Late is better than never: they rang, and she writes it down.
  await row(id).locator('summary').click()
  await row(id).getByLabel('Gjort').fill(today)
  await row(id).getByRole('button').last().click()
  await siv.waitForSelector('text=Fyll ut dette feltet.')
  expect(await row(id).getByLabel('Gjort').inputValue()).toBe(today)
  await row(id).getByLabel('Siste sikkerhetskopi er borte').fill(daysAfter(today, 20))
  await row(id).getByRole('button').last().click()
  await becomes(id, 'bekreftet')
})

it('refuses, and must name law, holder and day; accepted, and asked again by the old number when the day has been', async () => {
  const id = await instructionOf(cast.maja.contact.email)
  await sendInstruction(post(), new Date(), id)
  expect(await says.kept('no-law', { instruction: id })).toBe(200)
  await siv.goto('/desk/leverandorer')
  expect(await row(id).innerText()).toContain('nekter: ta stilling')
  await row(id).getByRole('button', { name: 'Godta loven de viser til' }).click()
  await siv.waitForSelector('text=De må oppgi lov, paragraf')
  const until = daysAfter(today, 400)
  const law = {
    dataClass: 'ordrebok',
    statute: 'bokføringsloven',
    section: '§ 13',
    holder: 'Gravør Østlandet AS',
    keepsUntil: until,
  }
  expect(await says.kept('law', { instruction: id, ...law })).toBe(200)
  await siv.reload()
  await pictured(siv, 'instruction-contested')
  // The same form within a second is the same press, and is answered as that.
  await siv.waitForTimeout(1_100)
  await row(id).getByRole('button', { name: 'Godta loven de viser til' }).click()
  await becomes(id, 'beholder etter lov')
  expect(await row(id).innerText()).toContain(`til ${writtenDay(until, 'nb')}`)

  await followUpInstructions(post(), days(400))
  const second = () => site.house.owner.selectFrom('core.instruction').select('id').where('follows', '=', id).execute()
  expect(await second()).toEqual([])
  await followUpInstructions(post(), days(402))
  const [asked] = await second()
  await sendInstruction(post(), new Date(), asked!.id)
  expect(supplier.received.at(-1)!.data).toMatchObject({ instruction: asked!.id, follows: id, about: {} })
  await siv.goto('/desk/leverandorer')
  expect(await siv.locator('tr:has-text("Andre instruks")').innerText()).toContain('venter på svar')
})

it('may have a mailbox instead: a signed letter that names nobody, and a page that answers once', async () => {
  await siv.goto('/desk/leverandorer/gravor-ostlandet-as')
  await siv.click('summary:has-text("Bruk brev med svarlenke")')
  await siv.click('button:has-text("Bruk brev")')
  await siv.waitForSelector('text=Som brev med svarlenke til personvern@gravor.example')
  await sendInstruction(post(), new Date(), await instructionOf(cast.james.contact.email))
  const { body } = await site.house.owner
    .selectFrom('core.mail')
    .select('body')
    .where('to_address', '=', 'personvern@gravor.example')
    .orderBy('queued_at', 'desc')
    .executeTakeFirstOrThrow()
  expect(body).not.toMatch(/james/i)
  expect(body).toContain('BEGIN ORDHOLDEN SIGNATURE')
  const theirs = await pageOf(undefined, { width: 390, without: 'script' })
  await theirs.goto(/https?:\S+\/leverandor\/svar\/\S+/.exec(body)![0])
  expect(await theirs.textContent('main')).toContain(cast.james.contact.email)
  await theirs.fill('[name=doneOn]', daysAfter(today, 1))
  await theirs.fill('[name=backupsLapseOn]', daysAfter(today, 30))
  await theirs.click('button:has-text("Bekreft")')
  expect(await theirs.textContent('main')).toContain('Datoen kan ikke være fram i tid.')
  expect(await theirs.inputValue('[name=backupsLapseOn]')).toBe(daysAfter(today, 30))
  await pictured(theirs, 'supplier-answer')
  await theirs.fill('[name=doneOn]', today)
  await theirs.click('button:has-text("Bekreft")')
  expect(await theirs.textContent('main')).toContain('Takk, svaret er ført.')
  await theirs.reload()
  expect(await theirs.textContent('main')).not.toContain(cast.james.contact.email)
  expect(await theirs.locator('main form').count()).toBe(0)
})

it('the erased wait for the night, and not for her', async () => {
  const open = await siv.goto('/desk').then(() => siv.locator('.waiting').innerText())
  expect(open).not.toContain('krav om rettigheter')
  await siv.goto('/desk/rettigheter?utvalg=pending')
  await siv.locator('tr:has-text("Nattens søk lukker saken")').first().getByRole('link', { name: /^K-/ }).click()
  await siv.waitForSelector('text=venter på nattens søk')
  expect(await siv.getByRole('button', { name: 'Send svaret' }).count()).toBe(0)
  await pictured(siv, 'erased-claim')
})

it.each(['/desk/leverandorer', '/desk/leverandorer/gravor-ostlandet-as', '/desk/leverandorer/ny'])(
  'can be done on a telephone: %s',
  async (path) => {
    const page = await pageOf({ staff: 'privacy_officer' }, { width: 390 })
    await page.goto(path)
    expect(await faults(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await pictured(page, path.slice(6).replaceAll('/', '-'))
  },
)
