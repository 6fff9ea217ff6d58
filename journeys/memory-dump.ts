/** What a host could keep of a program's memory: every page it may write to, freed ones included, in a file; and a search through such files. */
import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'

const step = 16 * 1024 * 1024
/** Larger than this is room that was set aside and never used. */
const most = 512 * 1024 * 1024

/** Writes the memory of a running program to a file; false where this machine does not let us. */
export function dumpMemory(pid: number, file: string): boolean {
  let memory: number
  try {
    memory = openSync(`/proc/${pid}/mem`, 'r')
  } catch {
    return false
  }
  const dump = openSync(file, 'w')
  const part = Buffer.alloc(step)
  for (const [from, to] of writablePages(pid)) {
    for (let at = from; at < to; at += step) {
      const read = readAt(memory, part, at, Math.min(step, to - at))
      if (read > 0) writeSync(dump, part, 0, read)
    }
  }
  closeSync(dump)
  closeSync(memory)
  return true
}

function writablePages(pid: number): (readonly [number, number])[] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
      return from && to ? [[Number.parseInt(from, 16), Number.parseInt(to, 16)] as const] : []
    })
    .filter(([from, to]) => to - from <= most)
}

function readAt(memory: number, part: Buffer, at: number, length: number): number {
  try {
    return readSync(memory, part, 0, length, at)
  } catch {
    return 0 // a page that the kernel keeps to itself
  }
}

const beginning = 7
const longest = 64

/** Which of the marks stand in the file. Many begin alike, so their beginnings are looked for, and the rest where one stands. */
export function marksIn(file: string, marks: readonly string[]): string[] {
  const beginnings = [...new Set(marks.map((mark) => mark.slice(0, beginning)))]
  const found = new Set<string>()
  const open = openSync(file, 'r')
  const part = Buffer.alloc(step + longest)
  for (let from = 0; ; from += step) {
    const read = readSync(open, part, 0, part.length, from)
    const here = part.subarray(0, read)
    for (const each of beginnings) {
      for (let at = here.indexOf(each); at >= 0; at = here.indexOf(each, at + 1)) {
        const text = here.toString('latin1', at, at + longest)
        for (const mark of marks) if (text.startsWith(mark)) found.add(mark)
      }
    }
    if (read < part.length) break
  }
  closeSync(open)
  return [...found]
}
