import type { LoaderFunctionArgs } from 'react-router'
import { requireStaff } from '#auth'
import { dayOf, now, writtenMoment } from '#clock'
import { asking } from '#purposes'
import { sheet } from '#records'
import { measuresInPlace, type Measure } from '#statement'
import { officers } from './officers.ts'

/** The measures to hand over: JSON for programs, or a sheet (promise 0-g, art. 32). */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  requireStaff(context, ...officers)
  const at = now()
  const measures = await measuresInPlace(asking(context, 'legal_obligation'), at, 'nb')
  const asSheet = new URL(request.url).pathname.endsWith('.csv')
  return new Response(asSheet ? sheet([heads, ...measures.map(row)]) : JSON.stringify({ at, measures }, null, 2), {
    headers: {
      'Content-Type': asSheet ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="tiltak-${dayOf(at)}.${asSheet ? 'csv' : 'json'}"`,
      'Cache-Control': 'no-store',
    },
  })
}

const heads = ['Tiltak', 'Løftet det holder', 'Løfte', 'Kontroll', 'Sist funnet', 'Sist kontrollert']

function row({ how, says, promises, controls }: Measure): string[] {
  const each = (cell: (control: Measure['controls'][number]) => string) => controls.map(cell).join('\n')
  return [
    how,
    says,
    promises.join(', '),
    each(({ finds }) => finds),
    each(({ found, of }) => [found, of].filter((n) => n !== undefined && n !== null).join(' av ')),
    each(({ at }) => (at ? writtenMoment(at, 'nb') : '')),
  ]
}
