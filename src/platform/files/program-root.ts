import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of the program. A module may run where it was written or in the build, which is elsewhere; this is the same for both. */
export const programRoot = above(import.meta.dirname)

function above(folder: string): string {
  if (existsSync(join(folder, 'package-lock.json'))) return folder
  if (folder === dirname(folder)) throw new Error('The program is not in its own folder: no package-lock.json above it.')
  return above(dirname(folder))
}
