import { inflateRawSync } from 'node:zlib'

/** All that the files of a package say. */
export function unzipped(archive: Buffer): string {
  const texts: string[] = []
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50;) {
    const [size, name, extra] = [archive.readUInt32LE(at + 18), archive.readUInt16LE(at + 26), archive.readUInt16LE(at + 28)]
    const from = at + 30 + name + extra
    const packed = archive.subarray(from, from + size)
    texts.push((archive.readUInt16LE(at + 8) === 8 ? inflateRawSync(packed) : packed).toString('utf8'))
    at = from + size
  }
  return texts.join('\n')
}
