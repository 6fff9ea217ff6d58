import { constants, gzipSync, zstdCompressSync } from 'node:zlib'

const packers = {
  // A long page in a seventh of the time that gzip takes, and a tenth larger.
  zstd: (page: Buffer) => zstdCompressSync(page, { params: { [constants.ZSTD_c_compressionLevel]: 3 } }),
  gzip: (page: Buffer) => gzipSync(page),
}

type Page = Response & { readonly html?: string }

/** A page that goes beside its answer: the framework looks into the body of every answer, and then it is a stream that is read in pieces. */
export function asPage(html: string | undefined, as: { readonly status: number; readonly headers: Headers }): Page {
  return Object.assign(new Response(null, as), html !== undefined && { html })
}

/** A page is written whole before it is sent, so it is packed whole: as a stream it takes several times as long. */
export function packed(answer: Page, accepted: string | undefined): Response {
  if (answer.html === undefined) return answer
  const { status, headers } = answer
  const page = Buffer.from(answer.html)
  const encoding = preferred(accepted)
  headers.append('Vary', 'Accept-Encoding')
  if (encoding) headers.set('Content-Encoding', encoding)
  return new Response(encoding ? packers[encoding](page) : page, { status, headers })
}

/** What is refused by a weight of nought is not meant; otherwise the weights are left aside (RFC 9110, section 12.5.3). */
function preferred(accepted = ''): keyof typeof packers | undefined {
  const meant = accepted
    .toLowerCase()
    .split(',')
    .filter((each) => !/;\s*q=0(?:\.0*)?\s*$/.test(each))
    .map((each) => each.split(';', 1)[0]!.trim())
  return (['zstd', 'gzip'] as const).find((name) => meant.includes(name))
}
