/** Every record shows its expiry to staff and to the person (promise 4-a; art. 13(2)(a), 15(1)(d)): looked for in the pages themselves. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inventory } from '#inventory'
import { personalColumn } from '#personal-data'
import { shownOf } from '../src/duties/rights/own-rows.ts'
import { endingsOf } from '../src/duties/retention/endings.ts'
import routes from '../src/routes.ts'

const source = resolve(import.meta.dirname, '../src')
const read = (file: string) => readFileSync(join(source, file), 'utf8')

/** Rows about persons that end by a rule of their own. What is a part of another, or goes with it, ends with that. */
const ending = inventory.filter(
  (table) => Object.values(table.columns).some((column) => personalColumn(column) !== undefined) && endingsOf(table).length > 0,
)

/** Tables with rows that no page of the desk shows as records of their own, each with where its end is told instead. */
const nowhere: Readonly<Record<string, string>> = {
  'auth.user': 'a sign-in is shown to nobody here; the person is told on my page',
  'auth.session': 'the same',
  'auth.verification': 'the same',
  'auth.rateLimit': 'the same',
  'core.inquiry_message': 'a working note stands on the page of its inquiry, which says when that goes',
  'core.payment': 'stands on the page of its invoice, and goes with it',
  'core.consent': 'my page and the access package tell it; the desk shows none',
  'core.objection': 'the same',
  'core.transfer': 'the same',
  'core.restriction': 'stands on the page of its case, and what it is of says that it is kept',
  'core.restriction_use': 'the same',
  'core.erasure_search': 'says nothing of anybody on the page of its case',
  'core.relationship_end': 'stands on the customer card, with all its dates',
  'core.disclosure': 'stands on the page of its case, which goes with the last of its lines',
  'core.recipient_confirmation': 'stands beside the reviews of its supplier, and goes when they do',
  'core.instruction_subject': 'the desk never says whom an instruction is about',
  'core.breach_scope': 'stands on the page of its breach, which tells when the affected go',
  'core.choice_receipt': 'nobody knows whose it is',
  'core.revision_notice': 'a letter, shown as one',
  'core.rule_review': 'kept for good, and says who read the law',
  'core.assessment': 'kept for good, and says who assessed',
  'evidence.entry': 'shown to nobody but the person, as a receipt',
  'evidence.attestation': 'stands in the statement with the day it expires',
}

type Route = { readonly file: string; readonly path?: string; readonly children?: readonly Route[] }
const all = (list: readonly Route[]): Route[] => list.flatMap((each) => [each, ...all(each.children ?? [])])
const pages = all(routes as readonly Route[])
  .map(({ file, path }) => ({ path: path ?? '', file: relative(source, resolve(source, file)) }))
  .filter(({ file }) => file.endsWith('.tsx'))
const desk = pages.filter(({ path }) => path.startsWith('desk'))

/** The page with what it is made of in its own folder. */
function whole(file: string, seen = new Set<string>()): string {
  if (seen.has(file) || !existsSync(join(source, file))) return ''
  seen.add(file)
  const text = read(file)
  const parts = [...text.matchAll(/from '(\.\/[^']+\.tsx?)'/g)].map(([, part]) => join(dirname(file), part!))
  return [text, ...parts.map((part) => whole(part, seen))].join('\n')
}

const showsEnd = (text: string) => /<End(Card|Line)\b/.test(text) && /\bwritten(End|Ends|Rules)\(/.test(text)

/** Which tables a page tells the end of: those it names where it asks. */
function told(text: string): string[] {
  if (!/\bwritten(End|Ends|Rules)\(/.test(text)) return []
  const named = [...text.matchAll(/declared\('([a-z_.]+)'\)/g)].map(([, name]) => name!)
  const ofRoom = [...text.matchAll(/\b([a-zA-Z]+)Data\b/g)].map(([, name]) =>
    name!.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  )
  const known = ofRoom.map((name) => `core.${name === 'order' ? 'sales_order' : name}`)
  const archive = text.includes('readOpening')
    ? inventory.map(({ table }) => table).filter((table) => table.startsWith('archive.'))
    : []
  return [...named, ...known.filter((name) => inventory.some(({ table }) => table === name)), ...archive]
}

/** One record stands at such an address. These are of no person, or are a form about a record that has a page. */
const noRecord = ['desk/katalog/:id', 'desk/velkommen/:token', 'desk/faktura/ny/:orderId']
const isRecord = (path: string) => /:\w+$/.test(path)

describe('the desk says of every record when it goes, and why', () => {
  it('on each page that shows one', () => {
    const records = desk.filter(({ path }) => isRecord(path))
    expect(records.length).toBeGreaterThan(9)
    expect(noRecord.filter((path) => !records.some((each) => each.path === path))).toEqual([])
    const silent = records.filter(({ path, file }) => !noRecord.includes(path) && !showsEnd(whole(file)))
    expect(silent.map(({ path }) => path)).toEqual([])
  })

  it('of each kind of rows about persons, wherever in the desk they stand', () => {
    const said = new Set(desk.flatMap(({ file }) => told(whole(file))))
    expect(ending.length).toBeGreaterThan(35)
    expect(ending.map(({ table }) => table).filter((table) => !said.has(table) && !(table in nowhere))).toEqual([])
    // Whoever shows one of these from now on says when it goes, and takes it out of the list.
    expect(Object.keys(nowhere).filter((table) => said.has(table) || !ending.some((each) => each.table === table))).toEqual([])
  })

  it('is not satisfied by a page that only looks like it', () => {
    expect(showsEnd('<EndCard end={end} />')).toBe(false)
    expect(told(`writtenEnd(db, who, declared('core.mail'), row)`)).toEqual(['core.mail'])
    expect(told(`await read(declared('core.mail'))`)).toEqual([])
  })
})

it('my page says it of every row that a person is shown, for what tells a value there tells its end', () => {
  const shown = ending.filter((table) => shownOf(table, inventory) !== undefined)
  expect(shown.length).toBeGreaterThan(15)
  const value = read('web/my-page/held-kinds.tsx')
  expect(value).toContain('<dd>{until}</dd>')
  expect(read('web/my-page/held-groups.ts')).toMatch(/thingOf[\s\S]*ends: endOf\(row, language\)/)
})
