/** The longest text that is filed; the original lies in the mailbox for 30 days more. */
const longest = 8_000

/** Everything from here on was written by somebody else or earlier (promise 2.6-c). */
const quoteBegins = [
  /^-{2,}\s*(original message|opprinnelig melding|videresendt melding|forwarded message)/i,
  /^(den|on|på|ons|tor|fre|lør|søn|man|tir|mon|tue|wed|thu|fri|sat|sun)\b.{6,120}\b(skrev|wrote)\b.*:?\s*$/i,
  /^_{10,}\s*$/,
  /^\*?(fra|from):\*? .*(@|<)/i,
]

/** The person signs; titles, numbers and logos under it are theirs and their company's, and no part of the claim. */
const signatureBegins = [
  /^--\s*$/,
  /^(med )?(vennlig|beste|venleg)\w* hilsen\w*\b/i,
  /^mvh\b/i,
  /^hilsen\b/i,
  /^(kind|best|warm)?\s*regards\b/i,
  /^(yours (sincerely|faithfully)|sincerely)\b/i,
  /^(sendt fra|sent from|get outlook|last ned outlook)\b/i,
]

/** What the person wrote this time: without quoted chain, signature, advertisements and lists of copies. */
export function strippedMail(text: string): string {
  const lines = withoutQuotes(
    text
      .replace(/\r\n?/g, '\n')
      .replace(/\u00a0/g, ' ')
      .split('\n'),
  )
  const end = lines.findIndex((line) => [...quoteBegins, ...signatureBegins].some((begins) => begins.test(line.trim())))
  const own = (end === -1 ? lines : lines.slice(0, end)).filter((line) => !/^\s*(kopi|cc|bcc|til|to):.*@/i.test(line))
  const written = own
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return written.length <= longest ? written : `${written.slice(0, longest)} […]`
}

/** Many write under what they answer: quoted lines go wherever they stand, with the line that says whose they are, and what follows stays. */
function withoutQuotes(lines: readonly string[]): string[] {
  const isQuoted = (line: string | undefined) => line !== undefined && /^\s*>/.test(line)
  const introduces = (at: number) => {
    const next = lines.slice(at + 1).find((line) => line.trim() !== '')
    return isQuoted(next) && quoteBegins.some((begins) => begins.test(lines[at]!.trim()))
  }
  return lines.filter((line, at) => !isQuoted(line) && !introduces(at))
}
