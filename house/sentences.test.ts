/** The statement against the list of promises, its proofs, its words and the declarations that lean on it. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inventory } from '#inventory'
import { personalColumn } from '#personal-data'
import { clauses, printed, promiseIds, sentences } from '#statement'
import { sampleController } from '#merchant'
import { unprovenAtMost } from './unproven-at-most.ts'

const root = join(import.meta.dirname, '..')
const proofs = globSync('src/statement/**/*.proof.test.ts', { cwd: root })
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n')
const { texts } = printed(sampleController)

it('bears every promise, and no promise that does not exist', () => {
  expect(promiseIds.length).toBe(153)
  expect(new Set(promiseIds).size).toBe(153)
  expect(clauses.length).toBe(14)
  const borne = new Set(sentences.flatMap(({ promises }) => promises))
  expect(promiseIds.filter((id) => !borne.has(id))).toEqual([])
  expect([...borne].filter((id) => !promiseIds.some((known) => known === id))).toEqual([])
  expect(sentences.filter(({ promises }) => promises.length === 0)).toEqual([])
})

it('names each sentence once, after its clause', () => {
  expect(new Set(sentences.map(({ id }) => id)).size).toBe(sentences.length)
  expect(sentences.filter(({ id }) => !/^[a-z]+\.[a-z0-9-]+$/.test(id))).toEqual([])
  for (const { id, controls } of sentences) expect(new Set(controls.map(({ name }) => name)).size, id).toBe(controls.length)
})

it('is the reason of every declared column', () => {
  const reasons = new Set(
    inventory.flatMap(({ columns }) => Object.values(columns).map((column) => personalColumn(column)?.says)),
  )
  reasons.delete(undefined)
  expect(reasons.size).toBeGreaterThan(10)
  expect([...reasons].filter((id) => !sentences.some((sentence) => sentence.id === id))).toEqual([])
})

it('has a mutation for every search and every probe', () => {
  const looked = sentences.flatMap(({ id, controls }) =>
    controls.filter(({ kind }) => kind === 'query' || kind === 'probe').map(({ name }) => ({ id, name })),
  )
  expect(looked.length).toBeGreaterThan(90)
  expect(looked.filter(({ name }) => !proofs.includes(`'${name}'`) && !proofs.includes(`, ${name}:`))).toEqual([])
  expect(proofs.includes(`'a control that nobody wrote'`)).toBe(false)
})

it('leans on no test that is not there', () => {
  const leaned = sentences.flatMap(({ controls }) => controls.filter((control) => control.kind === 'test'))
  expect(leaned.length).toBeGreaterThan(0)
  const missing = leaned.filter(({ file, title }) => !readFileSync(join(root, file), 'utf8').includes(`it('${title}'`))
  expect(missing.map(({ title }) => title)).toEqual([])
})

it('has no more unproven promises than last time', () => {
  const withoutProof = promiseIds.filter((promise) =>
    sentences.some(
      ({ promises, controls }) =>
        promises.includes(promise) && !controls.some(({ kind }) => kind === 'query' || kind === 'probe' || kind === 'test'),
    ),
  )
  expect(withoutProof.length).toBeLessThanOrEqual(unprovenAtMost)
  expect(withoutProof.length, 'fewer are unproven now: lower house/unproven-at-most.ts').toBe(unprovenAtMost)
})

it('is written in both languages, without a foreign controller, a broken character or a word left over', () => {
  for (const { id, nb, en } of texts) {
    expect(nb.length, id).toBeGreaterThan(20)
    expect(en.length, id).toBeGreaterThan(20)
    expect(nb, id).not.toBe(en)
    expect(`${nb}${en}`, id).not.toMatch(/\ufffd|undefined|NaN|\[object|Difi\b|Google Analytics/)
    expect(nb, id).not.toMatch(/\b(the|you|your|and|with)\b/)
    expect(en.replaceAll(sampleController.legalName, ''), id).not.toMatch(/\b(og|ikke|opplysninger|deg)\b/)
  }
})
