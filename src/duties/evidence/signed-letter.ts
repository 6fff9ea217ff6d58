import type { EvidenceKey } from './evidence-key.ts'

const begin = '-----BEGIN ORDHOLDEN SIGNATURE-----'
const end = '-----END ORDHOLDEN SIGNATURE-----'

/**
 * The letter with a signature under it, made with the key the log is signed with. Whoever gets it can check that it is ours and
 * that no word was changed, with the script we publish: `node verify-receipt.mjs letter.txt logg.json`.
 */
export function signedLetter(key: EvidenceKey, body: string): string {
  const signature = key.sign(letterText(body)).toString('base64')
  return [body.trimEnd(), '', begin, ...(signature.match(/.{1,64}/g) ?? []), end].join('\n')
}

/** What is signed: the words. Mail programs break lines and pad them as they like, so white space is not part of it. */
export function letterText(body: string): string {
  return `ordholden letter\n${body.trim().replace(/\s+/g, ' ')}\n`
}
