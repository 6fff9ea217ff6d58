import { join } from 'node:path'
import type PDFDocument from 'pdfkit'
import { programRoot } from '#files'

export type About = {
  readonly title: string
  readonly author: string
  readonly language: 'nb' | 'en'
  /** The document's own moment, not the printer's. */
  readonly createdAt: Date
}

/** pdfkit's document, with the fonts 'text', 'strong' and 'title'. */
export type Pen = InstanceType<typeof PDFDocument>

/** A4 in points, and the margin all around. */
export const sheet = { width: 595.28, height: 841.89, margin: 56 } as const

/** Draws a document; `foot` is called for each page when all are drawn, and told how many there are. */
export async function pdf(
  about: About,
  draw: (pen: Pen) => void,
  foot: (pen: Pen, page: number, of: number) => void,
): Promise<Buffer> {
  // Loaded when something is drawn: it takes as long as a tenth of the whole start.
  const { default: Document } = await import('pdfkit')
  const { title, author, language, createdAt } = about
  const info = { Title: title, Author: author, Creator: 'Ordholden', CreationDate: createdAt, ModDate: createdAt }
  const margins = { top: sheet.margin, left: sheet.margin, right: sheet.margin, bottom: 0 }
  const pen: Pen = new Document({
    size: 'A4',
    margins,
    info,
    lang: language === 'nb' ? 'nb-NO' : 'en-GB',
    displayTitle: true,
    bufferPages: true,
    pdfVersion: '1.7',
    font: fontFile('Inter_400Regular.ttf'),
  })
  pen.registerFont('text', fontFile('Inter_400Regular.ttf'))
  pen.registerFont('strong', fontFile('Inter_600SemiBold.ttf'))
  pen.registerFont('title', fontFile('SourceSerif4_600SemiBold.ttf'))
  const chunks: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    pen.on('data', (chunk: Buffer) => chunks.push(chunk))
    pen.on('end', () => resolve(Buffer.concat(chunks)))
    pen.on('error', reject)
  })
  draw(pen)
  const { start, count } = pen.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    pen.switchToPage(page)
    foot(pen, page + 1, count)
  }
  pen.end()
  return done
}

function fontFile(name: string): string {
  return join(programRoot, 'src/platform/pdf/fonts', name)
}
