import { sql } from 'kysely'
import type { LoaderFunctionArgs } from 'react-router'
import { requireStaff } from '#auth'
import { dayOf, now, writtenDay, writtenMoment } from '#clock'
import { Heads, Notice, PageTitle, WideTable } from '#design'
import { inventory } from '#inventory'
import { categories, needs, personalColumn, type Category } from '#personal-data'
import { asking, type For } from '#purposes'
import { endingsOf, outOfReview, rules, type RuleId } from '#retention'
import { whatIsKept } from './what-is-kept.ts'

type Line = {
  readonly rule: RuleId
  readonly how: string
  readonly ground: string
  readonly what: readonly string[]
  readonly review: string
  readonly late: boolean
}
type Need = { readonly kind: string; readonly need: string }
type Loaded = {
  readonly lines: readonly Line[]
  readonly needs: readonly Need[]
  readonly last: string | undefined
  readonly gone: number
}

export async function loader({ context }: LoaderFunctionArgs): Promise<Loaded> {
  requireStaff(context)
  return { lines: schedule(dayOf(now())), needs: written(), ...(await sweeps(asking(context, 'legal_obligation'))) }
}

/** From the declarations: which rule ends what, and until when somebody has read the law. */
function schedule(today: string): Line[] {
  const late = new Set(outOfReview(today))
  return (Object.keys(rules) as RuleId[]).flatMap((rule) => {
    const what = inventory.filter((table) => endingsOf(table).some((ending) => ending.rule === rule && ending.since !== 'null'))
    if (what.length === 0) return []
    const { nb: how, ground, reviewedThrough } = rules[rule]
    return [
      {
        rule,
        how,
        ground,
        what: what.map(({ table }) => whatIsKept(table)),
        review: writtenDay(reviewedThrough, 'nb'),
        late: late.has(rule),
      },
    ]
  })
}

function written(): Need[] {
  const held = new Set(
    inventory.flatMap(({ columns }) => Object.values(columns).flatMap((column) => personalColumn(column)?.holds ?? [])),
  )
  return (Object.keys(categories) as Category[])
    .filter((kind) => held.has(kind))
    .map((kind) => ({ kind: categories[kind].nb, need: needs[kind].nb }))
}

async function sweeps(db: For<'legal_obligation'>): Promise<Pick<Loaded, 'last' | 'gone'>> {
  const { rows } = await sql<{ last: Date | null; gone: number }>`
    select max(at) filter (where kind = 'sweep finished') as last,
      coalesce(sum((body ->> 'rows')::int) filter (where kind = 'overdue deleted' and at > ${now()}::timestamptz - interval '30 days'), 0)::int as gone
    from entry where kind in ('sweep finished', 'overdue deleted')`.execute(db)
  const { last, gone } = rows[0]!
  return { last: last ? writtenMoment(last, 'nb') : undefined, gone }
}

export default function DeskSchedule({ loaderData: { lines, needs: why, last, gone } }: { readonly loaderData: Loaded }) {
  const late = lines.filter((line) => line.late)
  return (
    <div className="stack">
      <title>Oppbevaring</title>
      <PageTitle lead="Når hvert slag opplysninger slettes, etter hvilken lov, og hvorfor vi har det.">Oppbevaring</PageTitle>
      {late.length > 0 && (
        <Notice kind="warning" title="Regler som skulle vært lest på nytt">
          <p>{late.map(({ rule }) => rule).join(', ')}. De gjelder til noen har lest loven og satt en ny dato.</p>
        </Notice>
      )}
      <p>
        {last ? `Slettingen ble sist fullført ${last}.` : 'Slettingen har ikke gått ennå; den går hver natt.'} De siste 30 dagene
        er {gone} rader slettet fordi tiden var ute.
      </p>
      <WideTable name="Oppbevaringsregler" data-border>
        <thead>
          <Heads of={['Regel', 'Slettes', 'Gjelder', 'Hjemmel', 'Leses på nytt innen']} />
        </thead>
        <tbody>
          {lines.map(({ rule, how, ground, what, review }) => (
            <tr key={rule}>
              <td className="figures whole">{rule}</td>
              <td>{how}</td>
              <td>{what.join('; ')}</td>
              <td>{ground}</td>
              <td>{review}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <h2>Hvorfor vi har det</h2>
      <dl className="pairs">
        {why.map(({ kind, need }) => (
          <div key={kind}>
            <dt>{kind}</dt>
            <dd>{need}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
