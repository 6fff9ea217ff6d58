import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { dayOf } from '#clock'
import { transfers, type Transfer } from '#disclosure'
import type { Language } from '#languages'
import type { Declared } from '#personal-data'
import { listed, register } from '#processors'
import { purposes, type For, type Purpose, type Subject } from '#purposes'
import { rules, writtenRule, type RuleId } from '#retention'
import { eachOf } from './each-of.ts'
import { holdings, type Holding } from './holdings.ts'
import { readable } from './readable.ts'
import { archiveText, rightsText } from './rights-text.ts'
import { underWay, zip } from './zip.ts'

/** Who answers for the data, as the merchant's settings say it. */
export type ControllerFacts = {
  readonly legalName: string
  readonly organisationNumber: string
  readonly postalAddress: string
  readonly email: string
  readonly phone: string
  readonly privacyContact: string
}

export type Asked = {
  readonly inventory: readonly Declared[]
  readonly controller: ControllerFacts
  readonly language: Language
  /** Where else the same person is recorded; what lies locked from an earlier relationship too. */
  readonly alsoRecordedAs?: readonly (Subject & { readonly inArchive?: true })[]
}

/** Section 5.6, in the order of art. 15. `schema` changes when a reader of the JSON would have to. */
export type AccessPackage = {
  readonly schema: 'ordholden access package 1'
  readonly language: Language
  readonly preparedAt: string
  readonly controller: ControllerFacts
  readonly person: Subject
  readonly purposes: Readonly<Partial<Record<Purpose, { readonly means: string; readonly ground: string }>>>
  readonly retention: Readonly<Partial<Record<RuleId, string>>>
  readonly recipients: {
    readonly actual: readonly Transfer[]
    readonly registered: readonly {
      readonly name: string
      readonly role: string
      readonly location: string
      readonly does: string
    }[]
  }
  readonly explained: Readonly<Record<string, string>>
  readonly data: readonly Holding[]
}

/** Everything about the person fixed in the transaction, and everything art. 15 wants said about it (promise 7-a). */
export async function accessPackage(
  tx: For<'rights_handling'>,
  now: Date,
  person: Subject,
  asked: Asked,
): Promise<AccessPackage> {
  const { inventory, controller, language, alsoRecordedAs = [] } = asked
  const [own, ...others] = await eachOf({ tx, records: [person, ...alsoRecordedAs] }, async () => ({
    held: await holdings(tx, inventory),
    sent: await transfers(tx),
  }))
  const data = [...own!.held, ...others.flatMap(({ held }) => held.filter(({ rows }) => rows.length > 0))]
  const sent = [own!, ...others].flatMap((record) => record.sent).toSorted((one, other) => Number(other.at) - Number(one.at))
  const locked = alsoRecordedAs.some(({ inArchive }) => inArchive)
  const columns = data.flatMap((holding) => Object.values(holding.columns))
  const used = [...new Set(columns.flatMap((column) => column.for))].toSorted()
  const ending = [...new Set(columns.map((column) => column.ends))].toSorted()
  return {
    schema: 'ordholden access package 1',
    language,
    preparedAt: now.toISOString(),
    controller,
    person: { accountId: person.accountId, personId: person.personId },
    purposes: Object.fromEntries(
      used.map((purpose) => [purpose, { means: purposes[purpose][language], ground: purposes[purpose].ground }]),
    ),
    retention: Object.fromEntries(ending.map((rule) => [rule, writtenRule(rule, language)])),
    recipients: {
      actual: sent,
      registered: listed(await register(tx)).map(({ name, role, location, does }) => ({
        name,
        role,
        location,
        does: does[language],
      })),
    },
    explained: {
      ...rightsText[language],
      ...(locked && { archive: archiveText[language] }),
      rules: `R-01 … ${Object.keys(rules).at(-1)}`,
    },
    data,
  }
}

export type Delivered = {
  readonly fileName: string
  readonly archive: Buffer
  readonly manifest: Readonly<Record<string, string>>
}

/** The package as people and programs read it, in one archive: `innsyn.json`, `innsyn.html`, `manifest.json` with SHA-256 of both. */
export async function delivered(found: AccessPackage): Promise<Delivered> {
  const files = [underWay('innsyn.json', await gathered(jsonOf(found))), underWay('innsyn.html', await gathered(readable(found)))]
  const manifest = Object.fromEntries(files.map(({ name, bytes }) => [name, createHash('sha256').update(bytes).digest('hex')]))
  const manifestBytes = Buffer.from(
    JSON.stringify({ schema: found.schema, preparedAt: found.preparedAt, sha256: manifest }, null, 2),
    'utf8',
  )
  return {
    fileName: `innsyn-${dayOf(found.preparedAt)}.zip`,
    archive: await zip([...files, { name: 'manifest.json', bytes: manifestBytes }]),
    manifest,
  }
}

/** `data` comes last, one row to a line: somebody with thirty thousand of them opens the file too. */
function* jsonOf({ data, ...about }: AccessPackage): Generator<string> {
  yield `${JSON.stringify(about, null, 2).slice(0, -2)},\n  "data": [`
  for (const [at, { rows, ...holding }] of data.entries()) {
    yield `${at === 0 ? '' : ','}\n${JSON.stringify(holding).slice(0, -1)},"rows":[`
    for (const [place, row] of rows.entries()) yield `${place === 0 ? '' : ','}\n${JSON.stringify(row)}`
    yield ']}'
  }
  yield '\n]}\n'
}

/** Others are let in on the way: the heaviest package takes a second, and the shop is open meanwhile. */
async function gathered(pieces: Iterable<string>): Promise<Buffer> {
  const buffers: Buffer[] = []
  let text = ''
  for (const piece of pieces) {
    text += piece
    if (text.length < 65_536) continue
    buffers.push(Buffer.from(text, 'utf8'))
    text = ''
    await breathe()
  }
  return Buffer.concat([...buffers, Buffer.from(text, 'utf8')])
}
