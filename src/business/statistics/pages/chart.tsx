type Bar = { readonly word: string; readonly n: number; readonly written: string }

const width = 720
const height = 200
const foot = 22
const side = 52

/** Columns over time, drawn on the server; the table beneath says the same. */
export function TimeChart({ bars, title }: { readonly bars: readonly Bar[]; readonly title: string }) {
  const top = niceTop(Math.max(0, ...bars.map(({ n }) => n)))
  const step = (width - side) / Math.max(1, bars.length)
  const tall = (n: number) => ((height - foot - 8) * n) / top
  return (
    <svg className="time-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <line x1={side} x2={width} y1={height - foot - tall(top * part)} y2={height - foot - tall(top * part)} />
          <text x={side - 8} y={height - foot - tall(top * part) + 4} textAnchor="end">
            {(top * part).toLocaleString('nb-NO')}
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
          <text x={side} y={height - 5}>
            {bars[0]!.word.split(' – ')[0]}
          </text>
          {bars.length > 1 && (
            <text x={width} y={height - 5} textAnchor="end">
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

/** A round figure that no column is taller than, and that halves well. */
function niceTop(most: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(10, most)))
  return [1, 2, 4, 6, 8, 10].map((times) => times * unit).find((each) => each >= most) ?? 10 * unit
}
