export const devices = ['desktop', 'mobile', 'tablet', 'other'] as const
export const families = ['Chrome', 'Edge', 'Firefox', 'Opera', 'Safari', 'Samsung Internet', 'other'] as const

export type Device = (typeof devices)[number]
export type Family = (typeof families)[number]

/** The class of device that a User-Agent header speaks of; nothing finer. */
export function deviceOf(agent: string): Device {
  if (/iPad|Tablet|Silk\/|PlayBook|Android(?!.*Mobile)/i.test(agent)) return 'tablet'
  if (/Mobi|iPhone|iPod|Android|Windows Phone/i.test(agent)) return 'mobile'
  return /Windows|Macintosh|X11|Linux|CrOS/i.test(agent) ? 'desktop' : 'other'
}

// The order matters: most browsers claim to be Chrome or Safari too.
const marks: readonly (readonly [RegExp, Family])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b|\bOPT\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

/** The browser's family, never its version. */
export function familyOf(agent: string): Family {
  return marks.find(([mark]) => mark.test(agent))?.[1] ?? 'other'
}
