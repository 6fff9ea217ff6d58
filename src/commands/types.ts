/** `npm run types`: the base types from the live catalogue, the purpose types from the declarations. `-- --check` only compares. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, startEmbedded } from '#database'
import { inventory } from '#inventory'
import { purposeTypes } from '../duties/purposes/write-types.ts'

const home = join(import.meta.dirname, '../..')
const baseFile = join(home, 'src/platform/database/base-types.ts')
const purposeFile = join(home, 'src/duties/purposes/purpose-tables.generated.ts')

const drifted = (await driftOf(process.argv.includes('--check'))).map((file) => file.slice(home.length + 1))
console.log(drifted.length === 0 ? 'The types are as the catalogue and the declarations say.' : `Changed: ${drifted.join(', ')}`)
if (process.argv.includes('--check') && drifted.length > 0) process.exitCode = 1

async function driftOf(checkOnly: boolean): Promise<string[]> {
  const fresh: [file: string, text: string][] = [
    [baseFile, await baseTypes()],
    [purposeFile, purposeTypes(inventory)],
  ]
  const changed = fresh.filter(([file, text]) => readFileSync(file, 'utf8') !== text)
  if (!checkOnly) for (const [file, text] of changed) writeFileSync(file, text)
  return changed.map(([file]) => file)
}

/** Made from an empty, freshly migrated database, so that nobody's own database decides. */
async function baseTypes(): Promise<string> {
  const scratch = mkdtempSync(join(tmpdir(), 'ordholden-types-'))
  const server = await startEmbedded(scratch)
  const file = join(scratch, 'types.ts')
  try {
    await migrate(server.url)
    const options = ['--dialect', 'postgres', '--default-schema', 'public', '--date-parser', 'string', '--log-level', 'silent']
    const tables = [
      '--include-pattern',
      '{core,auth,evidence,archive,house,statistics,graphile_worker}.*',
      '--type-mapping',
      '{"int8":"bigint"}',
    ]
    const program = join(home, 'node_modules/kysely-codegen/dist/cli/bin.js')
    execFileSync(process.execPath, [program, '--url', server.url, ...options, ...tables, '--out-file', file], { cwd: scratch })
    return readFileSync(file, 'utf8')
  } finally {
    await server.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}
