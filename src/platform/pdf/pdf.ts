/**
 * Paper. A document is drawn from its facts whenever it is wanted, and comes out the same, byte for byte: its moment is given,
 * its fonts are ours and embedded, and nothing is drawn at random.
 */
export { pdf, sheet, type About, type Pen } from './pdf-document.ts'
