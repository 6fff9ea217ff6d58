import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { postJson, whyNot, type Standing } from '#outbound'
import { failureWords } from './failure-words.ts'

const good: Standing = {
  role: 'processor',
  active: true,
  purposes: ['rights_handling'],
  essential: ['rights_handling'],
  fields: ['person.email'],
  ground: 'GDPR art. 28',
  location: 'NO',
  transfer_ground: null,
  agreement: 'current',
  review_overdue: false,
}
const refused = (but: Partial<Standing>) =>
  failureWords(`gravor ${whyNot({ ...good, ...but }, { purpose: 'rights_handling', fields: ['person.email'] })}`)

it('says of each refusal of the register what is missing', () => {
  expect(refused({ active: false })).toBe('Erklæringen som gjelder, nevner dem ikke.')
  expect(refused({ purposes: ['deliver'] })).toMatch(/^Registeret sier ikke/)
  expect(refused({ fields: [] })).toMatch(/ikke ført som felt de får\.$/)
  expect(refused({ agreement: 'none' })).toMatch(/^Avtalen mangler/)
  expect(refused({ location: 'US' })).toMatch(/^De er utenfor EØS/)
})

it('says of a machine that says no, that is silent and that is not there, what it did', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/no') response.writeHead(503).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const failure = (path: string) =>
    postJson({ url: `${url}${path}`, body: {}, patience: 200 }).then(
      () => 'arrived',
      (error: Error) => failureWords(error.message),
    )
  expect(await failure('/no')).toBe('Mottaket deres svarte 503.')
  expect(await failure('/silent')).toBe('De svarte ikke innen 15 sekunder.')
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  expect(await failure('/no')).toBe('Ingen tok imot på adressen. Er den riktig?')
})

it('hides no failure that it does not know', () => {
  expect(failureWords('disk full')).toBe('Uventet feil: disk full')
})
