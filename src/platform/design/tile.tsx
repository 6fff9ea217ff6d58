import type { ReactNode } from 'react'

export type Shape =
  | 'cup'
  | 'bag'
  | 'book'
  | 'gift'
  | 'candle'
  | 'plate'
  | 'toy'
  | 'clock'
  | 'garden'
  | 'pillow'
  | 'pen'
  | 'umbrella'
  | 'box'
export type Hue = 'spruce' | 'sand' | 'violet' | 'brick' | 'sea' | 'ochre'

/** A calm picture of a thing that has none: a shape, in a tone that the seed may turn. The same seed gives the same picture. */
export function Tile({ shape, hue, seed }: { readonly shape: Shape; readonly hue: Hue; readonly seed: string }) {
  const turn = hash(seed)
  const [ground, dark, light] =
    tones[hues[(hues.indexOf(hue) + (turn % 3 === 0 ? (turn >>> 3) % hues.length : 0)) % hues.length]!]
  const scale = 0.94 + (turn % 7) / 50
  return (
    <svg className="tile" viewBox="0 0 240 180" aria-hidden="true" focusable="false" preserveAspectRatio="xMidYMid slice">
      <rect width="240" height="180" fill={ground} />
      <ellipse cx="120" cy="134" rx={46 * scale} ry="5" fill={dark} opacity="0.12" />
      <g transform={`translate(120 92) scale(${scale.toFixed(2)})`} fill={dark} stroke="none">
        {shapes[shape](light)}
      </g>
    </svg>
  )
}

const hues: readonly Hue[] = ['spruce', 'sand', 'violet', 'brick', 'sea', 'ochre']

/** Ground, shape, detail. */
const tones: Record<Hue, readonly [string, string, string]> = {
  spruce: ['#e6efea', '#1e4d3b', '#0f2d21'],
  sand: ['#f3ebdd', '#c8a36a', '#8a6531'],
  violet: ['#e8e6f1', '#4b4468', '#2c2744'],
  brick: ['#f6e4de', '#a3341f', '#f0c4b8'],
  sea: ['#e1ecf1', '#2f6177', '#173c4d'],
  ochre: ['#f8efd9', '#b98520', '#7a5200'],
}

const shapes: Record<Shape, (light: string) => ReactNode> = {
  cup: (light) => (
    <>
      <path d="M-21-36h42v66a8 8 0 0 1-8 8h-26a8 8 0 0 1-8-8z" />
      <path d="M-21-36h42v11h-42z" fill={light} />
    </>
  ),
  bag: (light) => (
    <>
      <path d="M-26-10h52l6 48h-64z" />
      <path d="M-14-8v-10a14 14 0 0 1 28 0v10" fill="none" stroke={light} strokeWidth="5" />
    </>
  ),
  book: (light) => (
    <>
      <rect x="-26" y="-34" width="52" height="70" rx="4" />
      <path d="M-17-34h4v70h-4z" fill={light} />
    </>
  ),
  gift: (light) => (
    <>
      <rect x="-38" y="-14" width="76" height="46" rx="4" />
      <path d="M-6-14h12v46h-12z" fill={light} />
      <path
        d="M0-14c-10-18-26-16-22-6 2 5 12 6 22 6zm0 0c10-18 26-16 22-6-2 5-12 6-22 6z"
        fill="none"
        stroke={light}
        strokeWidth="4"
      />
    </>
  ),
  candle: (light) => (
    <>
      <rect x="-17" y="-12" width="34" height="50" rx="3" />
      <path d="M0-40c9 11 10 16 0 24-10-8-9-13 0-24z" fill={light} />
      <path d="M-1.5-18h3v8h-3z" fill={light} />
    </>
  ),
  plate: (light) => (
    <>
      <circle cy="2" r="36" />
      <circle cy="2" r="24" fill="none" stroke={light} strokeWidth="3" />
    </>
  ),
  toy: (light) => (
    <>
      <rect x="-34" y="4" width="34" height="34" rx="3" />
      <rect x="3" y="4" width="34" height="34" rx="3" fill={light} />
      <path d="M0-36 20 0h-40z" />
    </>
  ),
  clock: (light) => (
    <>
      <circle cy="2" r="36" />
      <path d="M0-18v20l14 9" fill="none" stroke={light} strokeWidth="5" strokeLinecap="round" />
    </>
  ),
  garden: (light) => (
    <>
      <path d="M-20 8h40l-6 30h-28z" />
      <path d="M0 8c-2-24-22-22-26-34 20-6 28 8 26 34zm0 0c2-24 18-26 24-40-22-2-28 16-24 40z" fill={light} />
    </>
  ),
  pillow: (light) => (
    <>
      <path d="M-36-26q36 9 72 0-9 29 0 60-36-9-72 0 9-31 0-60z" />
      <path d="M-20-10q20 5 40 0" fill="none" stroke={light} strokeWidth="3" strokeLinecap="round" />
    </>
  ),
  pen: (light) => (
    <g transform="rotate(38)">
      <path d="M-6-44h12v66l-6 18-6-18z" />
      <path d="M-6-44h12v12h-12z" fill={light} />
      <path d="M-6 18h12l-2 6h-8z" fill={light} />
    </g>
  ),
  umbrella: (light) => (
    <>
      <path d="M-40 0a40 40 0 0 1 80 0q-10-8-20 0-10-8-20 0-10-8-20 0-10-8-20 0z" />
      <path d="M0-2v32a7 7 0 0 0 14 0" fill="none" stroke={light} strokeWidth="4" strokeLinecap="round" />
    </>
  ),
  box: (light) => (
    <>
      <path d="M-34-12h68v48h-68z" />
      <path d="M-38-26h76v16h-76z" fill={light} />
    </>
  ),
}

/** FNV-1a, 32 bits: the same number for the same text everywhere. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const letter of text) value = Math.imul(value ^ letter.codePointAt(0)!, 0x01000193) >>> 0
  return value
}
