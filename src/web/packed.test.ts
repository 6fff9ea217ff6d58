import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { asPage, packed } from './packed.ts'

const html = '<!DOCTYPE html><p>Ærlig talt</p>'
const page = () => asPage(html, { status: 200, headers: new Headers({ 'content-type': 'text/html; charset=utf-8' }) })
const sent = async (accepted?: string) => {
  const answer = packed(page(), accepted)
  return { encoding: answer.headers.get('content-encoding'), body: Buffer.from(await answer.arrayBuffer()) }
}

it('packs a page in the way the browser takes, the fastest first, and says that another may get it otherwise', async () => {
  for (const accepted of ['gzip, deflate, br, zstd', 'zstd;q=0.5, gzip']) {
    const { encoding, body } = await sent(accepted)
    expect([encoding, zstdDecompressSync(body).toString()]).toEqual(['zstd', html])
  }
  for (const accepted of ['gzip, deflate', 'GZIP', 'zstd;q=0, gzip;q=0.1']) {
    const { encoding, body } = await sent(accepted)
    expect([encoding, gunzipSync(body).toString()]).toEqual(['gzip', html])
  }
  expect(packed(page(), 'gzip').headers.get('vary')).toBe('Accept-Encoding')
})

it('sends it as it is to whoever takes neither, and leaves alone what is no page', async () => {
  for (const accepted of [undefined, 'identity', 'gzip; q=0', 'br']) {
    const { encoding, body } = await sent(accepted)
    expect([encoding, body.toString()]).toEqual([null, html])
  }
  const redirect = new Response(null, { status: 302 })
  expect(packed(redirect, 'gzip')).toBe(redirect)
})
