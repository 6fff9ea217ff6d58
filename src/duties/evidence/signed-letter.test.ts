import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { evidenceKey, signedLetter } from '#evidence'

const folder = mkdtempSync(join(tmpdir(), 'letter-'))
afterAll(() => rmSync(folder, { recursive: true }))

const key = evidenceKey(folder)
const words =
  'NTC Gave og Profilering AS ber dere: slett det dere har om en person.\n\nÅpne lenken: https://ntcprofil.example/leverandor/svar/abc'
const letter = signedLetter(key, words)

/** The script that we publish, on a supplier's own machine. */
function checked(text: string, publicKey = key.publicKey) {
  const [file, log] = [join(folder, 'letter.txt'), join(folder, 'log.json')]
  writeFileSync(file, text)
  writeFileSync(log, JSON.stringify({ publicKey, checkpoints: [] }))
  const { status, stdout } = spawnSync(process.execPath, ['src/duties/evidence/verify-receipt.mjs', file, log], {
    encoding: 'utf8',
  })
  return { holds: status === 0, stdout }
}

it('holds as it came, and however a mail program broke its lines', () => {
  expect(checked(letter)).toEqual({ holds: true, stdout: '✓ every word of the letter was signed with the published key\n' })
  expect(checked(letter.replaceAll('\n', '\r\n')).holds).toBe(true)
  expect(checked(letter.replace('slett det', 'slett\n  det').replace('AS ber', 'AS  ber')).holds).toBe(true)
  expect(checked(`\n${letter}\n\nSendt fra en telefon`).holds).toBe(true)
})

it('does not hold with another word, another link, another key or no signature', () => {
  expect(checked(letter.replace('slett', 'behold')).holds).toBe(false)
  expect(checked(letter.replace('svar/abc', 'svar/abd')).holds).toBe(false)
  expect(checked(letter.replace('slett det dere har', 'slettdet dere har')).holds).toBe(false)
  const other = mkdtempSync(join(tmpdir(), 'other-'))
  expect(checked(letter, evidenceKey(other).publicKey).holds).toBe(false)
  rmSync(other, { recursive: true })
  expect(checked(words).holds).toBe(false)
  expect(checked(letter.replace(/SIGNATURE-----\n[^]*?\n-----END/, 'SIGNATURE-----\n\n-----END')).holds).toBe(false)
})
