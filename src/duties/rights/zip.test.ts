import { crc32, inflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { zip } from './zip.ts'

it('holds each file under its name, whole', async () => {
  const archive = await zip([
    { name: 'innsyn.json', bytes: Buffer.from('{"navn":"Åse"}') },
    { name: 'æøå.html', bytes: Buffer.from('<p>å</p>') },
  ])
  expect(unzipped(archive)).toEqual([
    ['innsyn.json', '{"navn":"Åse"}'],
    ['æøå.html', '<p>å</p>'],
  ])
})

/** As APPNOTE has it: from the end record to the directory, from there to each file. */
function unzipped(archive: Buffer): [string, string][] {
  const end = archive.length - 22
  const count = archive.readUInt16LE(end + 10)
  let at = archive.readUInt32LE(end + 16)
  return Array.from({ length: count }, () => {
    const nameLength = archive.readUInt16LE(at + 28)
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    const local = archive.readUInt32LE(at + 42)
    const start = local + 30 + archive.readUInt16LE(local + 26)
    const bytes = inflateRawSync(archive.subarray(start, start + archive.readUInt32LE(at + 20)))
    expect(crc32(bytes)).toBe(archive.readUInt32LE(at + 16))
    at += 46 + nameLength
    return [name, bytes.toString('utf8')]
  })
}
