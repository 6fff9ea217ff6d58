import { writtenDay } from '#clock'
import type { Declared } from '#personal-data'
import type { For } from '#purposes'
import { endingsOf } from './endings.ts'
import { endsOf, type End, type Row } from './ends-when.ts'
import { holders } from './place-hold.ts'
import { rules } from './rules.ts'
import { heldItems } from './stopped.ts'

/** `ground` says which rule and law, or whose decision; the link leads whoever may decide it to where it is decided. */
export type WrittenEnd = {
  readonly text: string
  readonly ground: string
  readonly link: { readonly to: string; readonly label: string } | undefined
}

/** The same in words, for the desk, which speaks bokmål. */
export async function writtenEnd(
  db: For<'legal_obligation'>,
  who: Who,
  table: Declared,
  row: Row,
): Promise<WrittenEnd | undefined> {
  return (await writtenEnds(db, who, table, [row])).values().next().value
}

type Who = { readonly now: Date; readonly role: string }

/** Of many, by their ids. */
export async function writtenEnds(
  db: For<'legal_obligation'>,
  { now, role }: Who,
  table: Declared,
  asked: readonly Row[],
): Promise<ReadonlyMap<string, WrittenEnd>> {
  const mayHold = holders.some((each) => each === role)
  const ends = await endsOf(db, now, table, asked)
  const accounts = new Map(asked.map(({ id, accountId }) => [id, accountId]))
  return new Map(
    [...ends].map(([id, end]) => {
      const accountId = accounts.get(id) ?? asked[0]!.accountId
      return [id, { ...inWords(end), link: mayHold && accountId ? linkTo(end, table, accountId) : undefined }]
    }),
  )
}

/** How long every row of a table is kept, where many stand below one another and each has its day: the rule or rules, without a day. */
export function writtenRules(table: Declared): WrittenEnd {
  const used = [...new Set(endingsOf(table).map(({ rule }) => rule))]
  const how = used.map((rule) => rules[rule].nb).join(', eller ')
  return {
    text: `Oppbevares ${how}`,
    ground: `${[...new Set(used.map((rule) => rules[rule].ground))].join('; ')}.`,
    link: undefined,
  }
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
function linkTo({ hold, personId, itemId }: End, { table, through }: Declared, accountId: string): WrittenEnd['link'] {
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
