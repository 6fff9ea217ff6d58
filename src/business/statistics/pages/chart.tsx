type Bar = { readonly word: string; readonly n: number; readonly written: string }

/** Figures of the axis, the smallest first, as they are written: browsers write numbers otherwise than the server. */
type Axis = readonly Pick<Bar, 'n' | 'written'>[]

const width = 720
const height = 200
const foot = 30
const side = 78

/** Columns over time, drawn on the server; the table beneath says the same. */
export function TimeChart({ bars, axis, title }: { readonly bars: readonly Bar[]; readonly axis: Axis; readonly title: string }) {
  const top = axis.at(-1)!.n
  const step = (width - side) / Math.max(1, bars.length)
  const tall = (n: number) => ((height - foot - 8) * n) / top
  return (
    <svg className="time-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      {axis.map(({ n, written }) => (
        <g key={n}>
          <line x1={side} x2={width} y1={height - foot - tall(n)} y2={height - foot - tall(n)} />
          <text x={side - 8} y={height - foot - tall(n) + 4} textAnchor="end">
            {written}
          </text>
        </g>
      ))}
      {bars.map(({ word, n, written }, at) => (
        <rect
          key={word}
          x={side + at * step + step * 0.12}
          y={height - foot - tall(n)}
          width={Math.max(1, step * 0.76)}
          height={tall(n)}
          rx={step > 12 ? 2 : 0}
        >
          <title>{`${word}: ${written}`}</title>
        </rect>
      ))}
      {bars.length > 0 && (
        <>
          <text x={side} y={height - 7}>
            {bars[0]!.word.split(' – ')[0]}
          </text>
          {bars.length > 1 && (
            <text x={width} y={height - 7} textAnchor="end">
              {bars.at(-1)!.word.split(' – ')[0]}
            </text>
          )}
        </>
      )}
    </svg>
  )
}

const line = 24

/** The largest values as bars. */
export function BarChart({ bars, title }: { readonly bars: readonly Bar[]; readonly title: string }) {
  const most = Math.max(1, ...bars.map(({ n }) => n))
  return (
    <svg className="bar-chart" viewBox={`0 0 ${width / 2} ${bars.length * line}`} role="img" aria-label={title}>
      {bars.map(({ word, n, written }, at) => (
        <g key={word} transform={`translate(0 ${at * line})`}>
          <rect y="2" width={Math.max(2, (n / most) * (width / 2))} height={line - 4} rx="3" />
          <text x="8" y={line / 2 + 4}>
            {word.length > 44 ? `${word.slice(0, 43)}…` : word}
          </text>
          <title>{`${word}: ${written}`}</title>
        </g>
      ))}
    </svg>
  )
}
