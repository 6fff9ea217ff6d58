/** For bench/statistics.ts, in a process of its own: what counts visits, or a bare server that reads the same message and answers. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openPurposes } from '#purposes'
import { openCounter } from '#statistics'
import { telling } from '../src/web/telling.ts'

const [mode, appUrl = ''] = process.argv.slice(2)

const bare: RequestListener = (request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    Buffer.concat(chunks).toString()
    response.writeHead(202, { 'Content-Type': 'text/plain', 'Content-Length': 2 })
    response.end('ok')
  })
}

const listener =
  mode === 'bare'
    ? bare
    : telling(openCounter(openPurposes(appUrl).for('web_statistics'), ['/'], 'ntcprofil.example'), (_, response) =>
        response.end(),
      )
const server = createServer(listener).listen(0, '127.0.0.1', () => {
  console.log(`port ${(server.address() as AddressInfo).port}`)
})
