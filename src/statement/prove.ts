import { sql } from 'kysely'
import { newId } from '#database'
import { seal, witness, type EvidenceKey } from '#evidence'
import { check, stateOf, type AnySentence, type Checked, type Control, type Result, type State, type World } from '#sentence'
import { sentences } from './clauses/clauses.ts'
import { latestResults } from './latest-results.ts'
import { printed, termsOf } from './printed.ts'
import { score, type Score } from './score.ts'
import { settingsOf, type Settings } from './settings.ts'

type ProvedControl = {
  readonly kind: Control<never>['kind']
  readonly name: string
  readonly state: State
  readonly measured: string
  readonly at: Date | null
}
type ProvedSentence = {
  readonly id: string
  readonly promises: readonly string[]
  readonly state: State
  readonly controls: readonly ProvedControl[]
}
export type Proof = {
  readonly sentences: readonly ProvedSentence[]
  readonly score: Score
  /** Controls that could not be run, and why: a control that cannot look has not seen that all is well. */
  readonly failures: readonly { readonly sentence: string; readonly control: string; readonly why: string }[]
}

/** A test as it ran for this build: its file from the root, its own title without those of the groups around it. */
export type RanTest = { readonly file: string; readonly title: string; readonly passed: boolean; readonly at: Date }

export type Workplace = Omit<World, 'now' | 'publicKey' | 'contentHash'> & {
  readonly key: EvidenceKey
  readonly tests?: readonly RanTest[]
}

/** Runs every query and probe, writes what each found, witnesses what broke and what was mended, and seals the log. */
export async function prove({ key, tests = [], ...place }: Workplace, now: Date): Promise<Proof> {
  const settings = await settingsOf(place.db, 'core')
  const world: World = {
    ...place,
    now,
    publicKey: key.publicKey,
    contentHash: printed(settings.controller, settings.changed).contentHash,
  }
  const before = await latestResults(world.db, 'evidence')
  const failures: { sentence: string; control: string; why: string }[] = []
  for (const sentence of sentences) {
    for (const control of sentence.controls) {
      try {
        const found = control.kind === 'test' ? tried(tests, control, before) : await run(world, sentence, control, settings)
        if (found && !isKnown(before, sentence, control, found)) await write(world, sentence, control, found, before)
      } catch (error) {
        failures.push({ sentence: sentence.id, control: control.name, why: String(error) })
      }
    }
  }
  await seal(world.db, now, key)
  return proofOf(await latestResults(world.db, 'evidence'), now, failures)
}

async function run(
  world: World,
  sentence: AnySentence,
  control: Control<never>,
  { controller, changed }: Settings,
): Promise<(Checked & { at?: Date }) | undefined> {
  if (control.kind === 'attestation') return attested(world, sentence, control)
  return check(control, termsOf(sentence, controller, changed), world)
}

// What a nightly exercise found is read again every time, and written down once.
function isKnown(
  before: readonly Result[],
  { id }: AnySentence,
  { name }: Control<never>,
  { at }: { readonly at?: Date },
): boolean {
  return at !== undefined && before.some((each) => each.sentence === id && each.control === name && each.at >= at)
}

// What a test found counts from when it ran, and is written down once.
function tried(
  tests: readonly RanTest[],
  { file, title, name }: Extract<Control<never>, { kind: 'test' }>,
  before: readonly Result[],
) {
  const ran = tests.find((test) => test.file === file && test.title === title)
  if (!ran || before.some(({ control, at }) => control === name && at >= ran.at)) return undefined
  return { found: ran.passed ? 0 : 1, of: 1, milliseconds: 0, at: ran.at }
}

// A word that was given counts from the day it was given, and only until it expires.
async function attested({ db, now }: World, sentence: AnySentence, control: Control<never>) {
  const { rows } = await sql<{ at: Date }>`select given_at as at from evidence.attestation a
    where sentence = ${sentence.id} and control = ${control.name} and given_at <= ${now} and expires_at > ${now} and not exists
      (select 1 from evidence.control_result r where r.sentence = a.sentence and r.control = a.control and r.at >= a.given_at)
    order by given_at desc limit 1`.execute(db)
  return rows[0] && { found: 0, of: 1, milliseconds: 0, at: rows[0].at }
}

async function write(
  world: World,
  sentence: AnySentence,
  control: Control<never>,
  found: Checked & { at?: Date },
  before: readonly Result[],
): Promise<void> {
  const state = found.found === 0 ? 'kept' : 'broken'
  const was = before.find((each) => each.sentence === sentence.id && each.control === control.name)?.state
  await world.db.transaction().execute(async (tx) => {
    await tx
      .insertInto('evidence.control_result')
      .values({
        id: newId(world.now),
        sentence: sentence.id,
        control: control.name,
        kind: control.kind,
        found: BigInt(found.found),
        of: BigInt(found.of),
        measured: measured(found),
        state,
        at: found.at ?? world.now,
        milliseconds: found.milliseconds,
      })
      .execute()
    if (state === 'broken' && was !== 'broken') await tell(tx, world.now, 'sentence broken', sentence, control, found)
    if (state === 'kept' && was === 'broken') await tell(tx, world.now, 'sentence kept again', sentence, control, found)
  })
}

function tell(tx: World['db'], now: Date, kind: string, sentence: AnySentence, control: Control<never>, { found, of }: Checked) {
  return witness(tx, now, { kind, body: { sentence: sentence.id, control: control.name, found, of } })
}

function measured({ found, of }: { readonly found: number; readonly of: number | null }): string {
  return `${found} of ${of ?? '?'}`
}

function proofOf(latest: readonly Result[], now: Date, failures: Proof['failures']): Proof {
  const proved = sentences.map((sentence) => ({
    id: sentence.id,
    promises: sentence.promises,
    state: stateOf(sentence, latest, now),
    controls: sentence.controls.map((control) => {
      const result = latest.find((each) => each.sentence === sentence.id && each.control === control.name)
      const state = stateOf({ ...sentence, controls: [control] }, latest, now)
      return { kind: control.kind, name: control.name, state, measured: result ? measured(result) : '', at: result?.at ?? null }
    }),
  }))
  return { sentences: proved, score: score(sentences, latest, now), failures }
}
