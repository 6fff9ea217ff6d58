/** Rows as a spreadsheet opens them: semicolons, and a byte order mark so that it reads the letters (RFC 4180 otherwise). */
export function sheet(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
