import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

export type Answering = ReturnType<typeof answers>
type Data = { readonly [name: string]: string }

/** What a supplier's program may send us, right and wrong; each says which status it got. */
export function answers(to: string, secret: string) {
  const posted = async (id: string, payload: string, { key = secret, at = new Date() } = {}): Promise<number> => {
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(key).sign(id, at, payload),
    }
    return (await fetch(to, { method: 'POST', headers, body: payload })).status
  }
  const saying = (type: string) => (id: string, data: Data) => posted(id, JSON.stringify({ type, data }))
  const done = saying('instruction.done')
  return {
    done,
    kept: saying('instruction.kept'),
    refused: async (right: Data, instruction: string) => {
      const good = JSON.stringify({ type: 'instruction.done', data: right })
      const stranger = `whsec_${Buffer.from('somebody else entirely').toString('base64')}`
      return {
        'a signature of somebody else': await posted('w1', good, { key: stranger }),
        'ten minutes old': await posted('w2', good, { at: new Date(Date.now() - 600_000) }),
        'no JSON': await posted('w3', 'gjort!'),
        'another state': await posted('w4', JSON.stringify({ type: 'instruction.soon', data: { instruction } })),
        'an instruction nobody gave': await done('w5', { ...right, instruction: '01890000-0000-7000-8000-0000000000ff' }),
        'done tomorrow': await done('w6', { ...right, doneOn: '2099-01-01' }),
        '20 MB': await posted(
          'w7',
          JSON.stringify({ type: 'instruction.done', data: { ...right, more: 'x'.repeat(20_000_000) } }),
        ),
      }
    },
  }
}

/** A supplier's machine that answers 500 to everybody. */
export async function brokenMachine(): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((request, response) => request.resume().on('end', () => response.writeHead(500).end('oops')))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() }
}
