import type { LoaderFunctionArgs } from 'react-router'
import { requireStaff } from '#auth'
import { now } from '#clock'
import { asking } from '#purposes'
import { figures } from '../figures.ts'
import { measureNames, measures } from '../measure.ts'
import { askedRange, steps } from '../period.ts'
import { valueWord } from './value-words.ts'

/** The page's figures for a spreadsheet: the same released cells, and nothing more. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  requireStaff(context, 'marketer', 'salesperson', 'privacy_officer', 'host')
  const query = new URL(request.url).searchParams
  const range = askedRange(query, now())
  const step = steps.find((each) => each === query.get('per')) ?? 'day'
  const { by, overTime, weeks } = await figures(asking(context, 'web_statistics'), range, step)
  const lines = [
    ['Mål', 'Verdi', 'Fra', 'Til', 'Antall', 'Perioden før'],
    ...overTime.filter(({ n }) => n > 0).map(({ from, n }) => ['Sider åpnet, minst', '', from, '', n, '']),
    ...measureNames.flatMap((measure) => {
      const { from, to } = (measures[measure].kept === 'week' ? weeks : range) ?? range
      return by.get(measure)!.map(({ value, n, before }) => {
        return [measures[measure].nb, valueWord(measure, value, 'nb'), from, to, n || '', before || '']
      })
    }),
  ]
  // The mark in front tells Excel that the letters are UTF-8.
  const text = `\ufeff${lines.map((cells) => cells.map(field).join(';')).join('\r\n')}\r\n`
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="statistikk-${range.from}-${range.to}.csv"`,
    },
  })
}

function field(value: string | number): string {
  return typeof value === 'number' || !/[";\r\n]/.test(value) ? String(value) : `"${value.replaceAll('"', '""')}"`
}
