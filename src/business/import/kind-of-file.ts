import { closeSync, openSync, readSync } from 'node:fs'
import { refuse, type Refusal } from '#refusal'

/** What a file is by its first bytes, whatever its name says. */
export type Kind = 'text' | 'gzip'

const looked = 4096

export function kindOfFile(file: string): Kind | Refusal {
  const first = firstBytes(file)
  if (first.length === 0) return refuse('the file is empty')
  if (first[0] === 0x1f && first[1] === 0x8b) return 'gzip'
  const other = whatElse(first.toString('latin1'))
  return other === undefined ? 'text' : refuse(other)
}

function firstBytes(file: string): Buffer {
  const bytes = Buffer.alloc(looked)
  const opened = openSync(file, 'r')
  try {
    return bytes.subarray(0, readSync(opened, bytes))
  } finally {
    closeSync(opened)
  }
}

const asCsv = 'open it and save it as CSV ("CSV UTF-8" in Excel), and import that'

function whatElse(first: string): string | undefined {
  if (first.startsWith('PK\x03\x04')) {
    if (first.includes('[Content_Types].xml') || first.includes('xl/')) return `the file is an Excel workbook: ${asCsv}`
    if (first.includes('application/vnd.oasis')) return `the file is an OpenDocument spreadsheet: ${asCsv}`
    return 'the file is a zip archive: unpack it, and import the CSV file in it'
  }
  if (first.startsWith('\xd0\xcf\x11\xe0')) return `the file is an old Excel workbook (.xls): ${asCsv}`
  if (first.startsWith('%PDF')) return 'the file is a PDF: export the list as CSV from where it was made'
  if (/^(\xef\xbb\xbf)?\s*<(\?xml|!doctype|html|table)/i.test(first)) return `the file is a web page or XML: ${asCsv}`
  if (first.startsWith('BZh') || first.startsWith('7z\xbc\xaf') || first.startsWith('\xfd7zXZ') || first.startsWith('(\xb5/\xfd'))
    return 'the file is packed in a way that is not read here: unpack it, or pack it as .gz'
  return undefined
}
