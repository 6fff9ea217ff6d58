import { writtenDay, writtenMoment } from '#clock'
import type { Language } from '#languages'
import { personalColumn, type Category, type PersonalColumn } from '#personal-data'
import { writtenRule, type RuleId } from '#retention'
import { codeWord, columnWord, tableWord, whatFor, writtenValue, type HeldRow, type Holding } from '#rights'

/** One value, and behind one click: what for, from where, until when. `field` is set where the person may correct it here. */
export type Held = {
  readonly label: string
  readonly value: string
  readonly purpose: string
  readonly from: string
  readonly until: string
  /** The rule alone, where the day stands for itself. */
  readonly rule: string
  readonly field?: string
}
/** `ends`: the day this very row goes; empty while nothing but a decision, or something that has not happened yet, ends it. */
export type Thing = { readonly title: string; readonly when: string; readonly ends: string; readonly values: readonly Held[] }
export type Kind = {
  readonly title: string
  readonly things: readonly Thing[]
  readonly more: number
  /** Many rows of a few words, alike but for the words: told in a line each. */
  readonly inLines: boolean
}
export type GroupName = 'who' | 'asked' | 'bought' | 'sent' | 'looked' | 'said' | 'proof'
export type Group = { readonly name: GroupName; readonly kinds: readonly Kind[] }

/** Where a category stands on the page. A category that is new in the declarations does not compile until it has its place. */
const placed: Record<Category, GroupName> = {
  contact: 'who',
  company: 'who',
  provenance: 'proof', // each value says it itself, behind its click
  credentials: 'who',
  security: 'who',
  dialogue: 'asked',
  trade: 'bought',
  bookkeeping: 'bought',
  messages: 'sent',
  lookups: 'looked',
  transfers: 'looked',
  choices: 'said',
  rights: 'said',
  evidence: 'proof',
  staff: 'proof',
}

const groupNames: readonly GroupName[] = ['who', 'asked', 'bought', 'sent', 'looked', 'said', 'proof']

const shownOfEach = 25

/** What those who got something are called, by the name their rows know them by (C-154/21: by name, not by category). */
type RecipientNames = ReadonlyMap<string, string>

/** Everything that is held, grouped as a person thinks; nothing is left out but rows beyond the newest 25, which the download has. */
export function heldGroups(data: readonly Holding[], language: Language, names: RecipientNames = new Map()): Group[] {
  const origins = originsOf(data, language)
  const kinds = data.flatMap((holding) => {
    const column = Object.values(holding.columns)[0]
    if (column === undefined || holding.rows.length === 0) return []
    return [{ name: placed[column.holds], kind: kindOf(holding, language, origins, names) }]
  })
  return groupNames.map((name) => ({ name, kinds: kinds.filter((each) => each.name === name).map(({ kind }) => kind) }))
}

function kindOf(holding: Holding, language: Language, origins: ReadonlyMap<string, string>, names: RecipientNames): Kind {
  const newest = holding.rows.toReversed().slice(0, shownOfEach)
  return {
    title: tableWord(holding.table, language),
    things: newest.map((row) => thingOf(holding, row, language, origins, names)),
    more: holding.rows.length - newest.length,
    inLines: Object.values(holding.columns)[0]?.holds === 'lookups',
  }
}

function thingOf(
  { table, columns }: Holding,
  row: HeldRow,
  language: Language,
  origins: ReadonlyMap<string, string>,
  names: RecipientNames,
): Thing {
  const held = Object.entries(columns).flatMap(([name, column]) => {
    const written = writtenValue(name, row.values[name], language)
    const value = name === 'recipient' ? (names.get(written) ?? written) : written
    if (value === '') return []
    const from = (table === 'core.person' && origins.get(name)) || codeWord(column.from, language)
    return [
      {
        label: columnWord(name, language),
        value,
        ...why(column, row, language),
        from,
        ...(table === 'core.person' && name !== 'language' && { field: name }),
      },
    ]
  })
  return { title: titleOf(row, language), when: whenOf(row, language), ends: endOf(row, language), values: held }
}

function endOf({ ends }: HeldRow, language: Language): string {
  const at = Object.values(ends).find((each) => each !== null)
  return at ? writtenDay(new Date(at), language) : ''
}

function why(column: PersonalColumn, { ends }: HeldRow, language: Language): Pick<Held, 'purpose' | 'until' | 'rule'> {
  // The rule that ends this very row, where it is another than the one its column usually has.
  const [rule, at] = Object.entries(ends).find(([id]) => id !== 'none') ?? [column.ends, null]
  const last = at ? `${writtenDay(new Date(at), language)}: ` : ''
  const written = writtenRule(rule as RuleId, language)
  return { purpose: whatFor(personalColumn(column)!, language), until: `${last}${written}`, rule: written }
}

// The number it is known by, or what kind of row it is.
function titleOf({ values }: HeldRow, language: Language): string {
  const name = values.number ?? values.kind ?? values.field
  if (name === null || name === undefined) return ''
  return typeof name === 'string' ? (writtenField(name, language) ?? codeWord(name, language)) : String(name)
}

function writtenField(name: string, language: Language): string | undefined {
  const word = columnWord(name, language)
  return word === name ? undefined : word
}

const times = [
  'received_at',
  'at',
  'sent_at',
  'confirmed_at',
  'issued_at',
  'queued_at',
  'created_at',
  'registered_at',
  'createdAt',
]

function whenOf({ values }: HeldRow, language: Language): string {
  const at = times.map((name) => values[name]).find((value) => typeof value === 'string')
  return typeof at === 'string' ? writtenMoment(new Date(at), language) : ''
}

/** For each of the eight fields: from whom, through what, when (promise 2.1-a). */
function originsOf(data: readonly Holding[], language: Language): ReadonlyMap<string, string> {
  const rows = data.find(({ table }) => table === 'core.provenance')?.rows ?? []
  return new Map(
    rows.map(({ values }) => [
      String(values.field),
      `${codeWord(String(values.source), language)} (${codeWord(String(values.channel), language)}, ${writtenDay(new Date(String(values.at)), language)})`,
    ]),
  )
}
