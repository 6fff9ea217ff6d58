import { hash } from 'node:crypto'

/**
 * The same outside number always becomes the same id (UUID version 8, RFC 9562 section 5.8: our own content, here a
 * hash), so whatever is imported twice meets itself.
 */
export function idFrom(source: string, kind: string, external: string): string {
  const hex = hash('sha256', `${source}\n${kind}\n${external}`, 'hex')
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
