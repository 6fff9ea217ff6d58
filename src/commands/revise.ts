/**
 * `npm run revise`: what this edition of the program says otherwise than the statement in force; with a day and a summary it
 * publishes that, and those concerned are written to by the application that runs (promise 8-a, decision 0029).
 */
import { parseArgs } from 'node:util'
import { now, writtenDay } from '#clock'
import { assessments, assessPurpose, unassessed } from '#records'
import { refused } from '#refusal'
import { changes, printed, revisionInForce, scheduleRevision, settingsOf } from '#statement'
import { notedCommand } from '../opening/noted-command.ts'
import { openHouse } from '../opening/open-house.ts'

const { values: asked } = parseArgs({
  options: {
    from: { type: 'string' },
    'summary-nb': { type: 'string' },
    'summary-en': { type: 'string' },
    because: { type: 'string' },
    assessed: { type: 'string' },
    editorial: { type: 'boolean' },
  },
})

const at = now()
const house = await openHouse(at)
try {
  await notedCommand(house.owner, at, 'npm run revise')
  process.exitCode = asked.from ? await publish(asked.from) : await show()
} finally {
  await house.close()
}
process.exit()

async function show(): Promise<number> {
  const { inForce, changed } = await difference()
  if (changed.length === 0) {
    console.log(
      `Programmet sier det samme som versjon ${inForce?.revision}. / The program says the same as version ${inForce?.revision}.`,
    )
    return 0
  }
  for (const { id, before, after } of changed) console.log(`${id}\n  - ${before ?? ''}\n  + ${after ?? ''}\n`)
  console.log(usage)
  return 0
}

async function publish(from: string): Promise<number> {
  const { settings, changed } = await difference()
  if (asked.assessed) await assessAll(asked.assessed)
  const done = await scheduleRevision(house.for('legal_obligation'), at, {
    settings,
    kinds: Object.fromEntries(changed.map(({ id }) => [id, asked.editorial ? 'editorial' : 'material'] as const)),
    summary: { nb: asked['summary-nb'] ?? '', en: asked['summary-en'] ?? '' },
    effectiveOn: /^\d{4}-\d{2}-\d{2}$/.test(from) ? from : null,
    hurriedBecause: asked.because ?? null,
  })
  if (refused(done)) {
    console.error(`${why[done.refused as keyof typeof why] ?? done.refused}\n\n${usage}`)
    return 1
  }
  const { revision, effectiveOn } = done
  console.log(
    `Versjon ${revision} gjelder fra ${writtenDay(effectiveOn, 'nb')}. / Version ${revision} applies from ${writtenDay(effectiveOn, 'en')}.`,
  )
  return 0
}

/** A purpose that the running edition does not know can only be judged from here. */
async function assessAll(because: string): Promise<void> {
  const legal = house.for('legal_obligation')
  for (const purpose of unassessed(await assessments(legal)))
    await assessPurpose(legal, at, { purpose, signs: [], because, staffUserId: 'npm run revise' })
}

async function difference() {
  const settings = await settingsOf(house.owner, 'core')
  const inForce = await revisionInForce(house.owner, at, 'core')
  return { settings, inForce, changed: changes(inForce, printed(settings.controller, settings.changed), 'nb') }
}

const usage = `Slik publiserer du / how to publish:
  npm run revise -- --from YYYY-MM-DD --summary-nb "…" --summary-en "…"
  --editorial         bare ordlyden er endret / only the wording changed
  --assessed "…"      hva vurderingen av endrede formål kom til / what the assessment of changed purposes came to
  --because "…"       hvorfor det gjelder før det har gått 30 dager / why it applies before 30 days have passed`

const why = {
  'nothing changed': 'Ingenting er endret. / Nothing changed.',
  'no day': 'Dagen må skrives YYYY-MM-DD. / The day is written YYYY-MM-DD.',
  'the day is past': 'Dagen er passert. / The day is past.',
  'another is scheduled': 'En annen versjon gjelder fra en senere dag. / Another version applies from a later day.',
  'no summary': 'Skriv kort hva som endres, på begge språk. / Say in short what changes, in both languages.',
  'too soon':
    'De som er berørt, skal vite det 30 dager før. Velg en senere dag, eller skriv hvorfor. / Those concerned must know 30 days before. Choose a later day, or say why.',
  'a purpose is not judged':
    'Et formål er endret og ikke vurdert: --assessed. / A purpose changed and was not assessed: --assessed.',
  'no reason': 'Et vilkår avviker uten en skriftlig grunn. / A term departs without a written reason.',
} as const
