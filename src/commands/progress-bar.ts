import type { Progress } from '#backup'

const width = 32
const words = {
  writing: 'skriver / writing',
  checking: 'kontrollerer / checking',
  loading: 'legger inn / loading',
  replaying: 'gjør på nytt / doing again',
}
let shown = ''

/** On a terminal one line that fills up; elsewhere nothing. */
export const bar: Progress = (step, share, rows) => {
  if (!process.stderr.isTTY) return
  const full = Math.round(share * width)
  const line = `${'█'.repeat(full)}${'░'.repeat(width - full)} ${String(Math.floor(share * 100)).padStart(3)} %  ${words[step]}`
  if (line === shown) return
  shown = line
  process.stderr.write(`\r${line}  ${rows.toLocaleString('nb-NO')}   `)
}
