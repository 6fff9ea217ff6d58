import { existsSync, statSync } from 'node:fs'
import { refuse, type Refusal } from '#refusal'
import { type Format, formatOf } from './format.ts'
import { kindOfFile } from './kind-of-file.ts'
import { blocksOf } from './lines.ts'
import { NotWhole } from './look-through.ts'
import { textOfFile } from './text-of-file.ts'

/** Which of our formats the file is, or why it is none that can be read here. */
export async function readFormat(file: string): Promise<Format | Refusal> {
  if (!existsSync(file) || !statSync(file).isFile()) return refuse('there is no such file', file)
  try {
    const kind = kindOfFile(file)
    if (typeof kind === 'object') return kind
    for await (const { lines } of blocksOf(textOfFile(file))) {
      const texts = Array.from({ length: Math.min(lines.length, 20) }, (_, index) => lines.text(index))
      return texts[0]!.includes('\0') ? refuse('the file is no text') : formatOf(texts)
    }
    return refuse('the file is empty')
  } catch (error) {
    return isNotWhole(error) ?? isForbidden(error, file) ?? raise(error)
  }
}

/** What is wrong with a file that cannot be taken to its end; undefined for any other error. */
export function isNotWhole(error: unknown): Refusal | undefined {
  if (error instanceof NotWhole) return error.why
  const { code } = error as NodeJS.ErrnoException
  if (code === 'Z_BUF_ERROR') return refuse('the gzip file ends too early: it was cut off on its way here, so fetch it again')
  return code?.startsWith('Z_') ? refuse('the gzip file is damaged: fetch it again') : undefined
}

function isForbidden(error: unknown, file: string): Refusal | undefined {
  const { code } = error as NodeJS.ErrnoException
  return code === 'EACCES' || code === 'EPERM' ? refuse('you may not read the file', file) : undefined
}

function raise(error: unknown): never {
  throw error
}
