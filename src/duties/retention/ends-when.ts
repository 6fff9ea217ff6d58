import { sql } from 'kysely'
import { writtenDay } from '#clock'
import { viewName, type Declared } from '#personal-data'
import type { For } from '#purposes'
import { rowEnding } from './endings.ts'
import { holders } from './place-hold.ts'
import { rules, type RuleId } from './rules.ts'
import { heldItems, keeps, keptBy, lasts } from './stopped.ts'

/** How one row ends, as the sweep would see it. Days are of Oslo, YYYY-MM-DD. */
export type End = {
  readonly rule: RuleId | null
  /** The day from which it is not there any longer; null while its clock has not begun, and where nothing but a decision ends it. */
  readonly on: string | null
  /** Its last day has been. */
  readonly over: boolean
  /** Who wants it kept past that. */
  readonly hold: { readonly reference: string; readonly reason: string; readonly lapsesOn: string } | null
  /** Whose it is, and the item that a hold on it would name. */
  readonly personId: string | null
  readonly itemId: string | null
  /** The person asked us to keep it (art. 18(1)(b), (c)). */
  readonly restricted: boolean
}

export type Row = { readonly accountId: string; readonly id: string }

/** When a row goes, by the same declaration as the sweep reads, counted by the database (promise 4-a). Undefined: it is not there. */
export async function endsWhen(db: For<'legal_obligation'>, now: Date, table: Declared, row: Row): Promise<End | undefined> {
  const ending = rowEnding(table)!
  const own = 'id' in table.columns ? `t.id = '${uuid(row.id)}'` : 'true'
  const { rows } = await sql<End>`
    select e.rule, to_char(e.at at time zone 'Europe/Oslo', 'YYYY-MM-DD') as on, coalesce(e.at <= ${now}, false) as over,
      ${sql.raw(heldBy(table, now))} as hold, ${sql.raw(restricted(table))} as restricted,
      ${sql.raw(table.person === undefined ? 'null' : `e.${table.person}`)} as "personId", ${sql.raw(itemOf(table))} as "itemId"
    from (select t.*, ${sql.raw(ending.rule)} as rule, ${sql.raw(ending.at)} as at from ${sql.table(viewName(table.table))} t
      where t.account_id = ${row.accountId} and ${sql.raw(own)}) e`.execute(db)
  return rows[0]
}

/** The hold that lasts longest: on the item, on its person or on the whole relationship; bookkeeping waits for any of them. */
function heldBy(declared: Declared, now: Date): string {
  const { table, through, person } = declared
  const item = `h.item_table = '${through?.table ?? table}' and h.item_id = ${itemOf(declared)}`
  const theirs = through === undefined && person !== undefined ? `(h.person_id is null or h.person_id = e.${person})` : 'true'
  return `(select jsonb_build_object('reference', h.reference, 'reason', h.reason, 'lapsesOn', h.lapses_on) from hold h
    where h.account_id = e.account_id and ${lasts(now)} and (${item} or (h.item_id is null and ${theirs})) order by h.lapses_on desc limit 1)`
}

function itemOf({ through, columns }: Declared): string {
  if (through !== undefined) return `e.${through.by}`
  return 'id' in columns ? 'e.id' : 'null'
}

function restricted(table: Declared): string {
  const { person, document } = table
  if (person === undefined || table.through !== undefined) return 'false'
  const kept = keptBy(table, [table], document === undefined ? undefined : 'e.id', 'e')
  return `exists (select 1 from restriction s where s.account_id = e.account_id and s.person_id = e.${person} and ${keeps('s')} and (${kept}))`
}

function uuid(id: string): string {
  if (!/^[0-9a-f-]{36}$/i.test(id)) throw new Error('not an id')
  return id
}

/** `ground` says which rule and law, or whose decision; the link leads whoever may decide it to where it is decided. */
export type WrittenEnd = {
  readonly text: string
  readonly ground: string
  readonly link: { readonly to: string; readonly label: string } | undefined
}

/** The same in words, for a card at the desk, which speaks bokmål. */
export async function writtenEnd(
  db: For<'legal_obligation'>,
  { now, role }: { readonly now: Date; readonly role: string },
  table: Declared,
  row: Row,
): Promise<WrittenEnd | undefined> {
  const end = await endsWhen(db, now, table, row)
  if (end === undefined) return undefined
  const link = holders.some((each) => each === role) ? linkTo(end, table, row) : undefined
  return { ...inWords(end), link }
}

function inWords({ rule, on, over, hold, restricted: kept }: End): Omit<WrittenEnd, 'link'> {
  const ground = rule === null ? 'Tiden har ikke begynt å løpe.' : `${capital(rules[rule].nb)} (${rules[rule].ground}).`
  if (hold !== null) {
    const why = `${hold.reference}: ${hold.reason.replace(/\.$/, '')}.`
    if (on !== null && on > hold.lapsesOn)
      return {
        text: `Slettes ${writtenDay(on, 'nb')}`,
        ground: `${ground} Beholdes uansett til ${writtenDay(hold.lapsesOn, 'nb')}. ${why}`,
      }
    const otherwise = on === null ? '' : ` Ellers slettet ${writtenDay(on, 'nb')}.`
    return { text: `Beholdes til ${writtenDay(hold.lapsesOn, 'nb')}`, ground: `${why}${otherwise} ${ground}` }
  }
  if (kept) return { text: 'Beholdes fordi personen har bedt om det', ground }
  if (on === null) return { text: 'Ingen slettedato ennå', ground }
  return { text: over ? 'Slettes i natt' : `Slettes ${writtenDay(on, 'nb')}`, ground }
}

/** To the decision that is, or to the form for one: about the item, the person, or the whole relationship. */
function linkTo({ hold, personId, itemId }: End, { table, through }: Declared, { accountId }: Row): WrittenEnd['link'] {
  if (hold !== null) return { to: '/desk/beholdt', label: 'Se på beslutningen' }
  const item = heldItems.find((each) => each === (through?.table ?? table))
  const about = new URLSearchParams({
    kunde: accountId,
    ...(personId !== null && { person: personId }),
    ...(item !== undefined && itemId !== null && { slag: item, sak: itemId }),
  })
  return { to: `/desk/beholdt?${about}`, label: 'Behold lenger' }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
