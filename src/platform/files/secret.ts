import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The secret of that name, made at random the first time it is asked for: `<data>/secrets/<name>`, readable by the
 * owner only (mode 0600 in a folder of mode 0700). Two processes asking at once get the same one.
 */
export function secret(dataDir: string, name: string, make: () => string = randomWord): string {
  const folder = join(dataDir, 'secrets')
  const file = join(folder, name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  return read(file) ?? keepFirst(file, make())
}

function randomWord(): string {
  return randomBytes(32).toString('base64url')
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

// A link fails when the name is taken, so the first writer wins and nobody ever reads half a secret.
function keepFirst(file: string, made: string): string {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, made, { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
    return made
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return readFileSync(file, 'utf8')
  } finally {
    unlinkSync(draft)
  }
}
