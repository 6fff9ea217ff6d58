/** `npm run supplier`: receives instructions as a supplier does, and shows what it got. */
import { readFileSync } from 'node:fs'
import { openReceiver, type Held } from './receiver.ts'

const { SUPPLIER_SECRET: secret, SUPPLIER_HOLDS: file, PORT: port = '4100' } = process.env

if (!secret?.startsWith('whsec_')) {
  console.error(
    'SUPPLIER_SECRET mangler: «whsec_…» står på leverandørens side under /desk/leverandorer.\nSUPPLIER_SECRET is missing: “whsec_…” stands on the supplier’s page at /desk/leverandorer.',
  )
  process.exit(1)
}

const holds = file === undefined ? [] : (JSON.parse(readFileSync(file, 'utf8')) as Held[])
const receiver = await openReceiver({ port: Number(port), secret, holds, says: (line) => console.log(line) })
console.log(
  `Lytter på ${receiver.url} og har ${holds.length} poster. / Listening, holding ${holds.length} records. Ctrl-C stops it.`,
)
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const)
  process.on(signal, () => void receiver.close().then(() => process.exit(0)))
