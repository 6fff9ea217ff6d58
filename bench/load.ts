/** Many connections that each send a message, wait for the answer and send the next: plain sockets, so that asking costs little. */
import { connect } from 'node:net'

export type Load = {
  readonly answered: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly failed: number
}

/** `messages` are sent in turn, whole and as they stand; an answer begins with `good` or has failed. */
export async function load(
  port: number,
  messages: readonly Buffer[],
  connections: number,
  seconds: number,
  good = 'HTTP/1.1 202',
): Promise<Load> {
  const took: number[] = []
  let failed = 0
  let next = 0
  const end = performance.now() + seconds * 1000
  const begun = performance.now()
  const visitor = () =>
    new Promise<void>((done) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true })
      let at = 0
      const send = () => {
        at = performance.now()
        socket.write(messages[next++ % messages.length]!)
      }
      socket.on('connect', send)
      socket.on('data', (answer) => {
        const moment = performance.now()
        took.push(moment - at)
        if (answer.toString('latin1', 0, good.length) !== good) failed++
        if (moment < end) send()
        else socket.end()
      })
      socket.on('close', () => done())
      socket.on('error', () => failed++)
    })
  await Promise.all(Array.from({ length: connections }, visitor))
  const sorted = Float64Array.from(took).sort()
  const part = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2))
  return {
    answered: took.length - failed,
    perSecond: Math.round((took.length / (performance.now() - begun)) * 1000),
    p50Ms: part(0.5),
    p99Ms: part(0.99),
    failed,
  }
}
