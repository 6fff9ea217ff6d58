/** `npm run prove`: asks every control, prints the statement with what it found, and ends with 1 if a promise is broken. */
import { execFileSync } from 'node:child_process'
import { now } from '#clock'
import { copyLog } from '#evidence'
import { prove, printed, type Proof } from '#statement'
import { controller } from '#merchant'
import { buildIfStale, builtServer } from './build.ts'
import { notedCommand } from '../opening/noted-command.ts'
import { openHouse } from '../opening/open-house.ts'
import { placeOf } from '../opening/place-of.ts'
import { settleIn } from '../opening/settle-in.ts'
import { testsOfThisBuild } from '../opening/tests-of-this-build.ts'

const marks = { kept: '✓', broken: '✕', stale: '◷', unproven: '?' } as const
const asJson = process.argv.includes('--json')
const say = (line: string) => (asJson ? undefined : console.log(line))

const at = now()
const house = await openHouse(at)
const publicUrl = process.env.PUBLIC_URL || `http://localhost:${process.env.PORT || 3000}`
try {
  await notedCommand(house.owner, at, 'npm run prove')
  // Whoever was erased and stood there again is gone by now: it is done at the door, and told of here.
  for (const [what, lines] of Object.entries(house.carriedOut))
    say(`! ${lines} gjort på nytt etter protokollen utenfor databasen: ${what}`)
  await settleIn(house, at, publicUrl, () => say('Legger inn eksempelforretningen … / Loading the sample merchant …'))
  const site = await openSite()
  const proof = await prove({ ...placeOf(house, at), visit: site.visit, tests: testsOfThisBuild() }, at).finally(site.close)
  await copyLog(house.owner, at, house.dataDir)
  if (asJson) console.log(JSON.stringify({ at, commit: commit(), sentences: proof.sentences }))
  else print(proof, printed(await controller(house.for('deliver'))).texts)
  process.exitCode = proof.score.broken > 0 || proof.failures.length > 0 ? 1 : 0
} finally {
  await house.close()
}
process.exit()

/** The site itself, on a port of its own, so that it makes no difference whether it runs beside us. */
async function openSite() {
  await buildIfStale(() => say('Bygger sidene … / Building the pages …'))
  const { serve } = (await import(builtServer)) as typeof import('../server.ts')
  const served = await serve({ port: 0, hostname: '127.0.0.1', publicUrl, appUrl: house.appUrl, dataDir: house.dataDir })
  return {
    visit: (path: string, request?: RequestInit) =>
      fetch(`http://127.0.0.1:${served.port}${path}`, { redirect: 'manual', ...request }),
    close: () => served.close(),
  }
}

function print({ sentences, score, failures }: Proof, texts: readonly { readonly id: string; readonly nb: string }[]): void {
  for (const { id, state, controls } of sentences) {
    say(`${marks[state]} ${texts.find((text) => text.id === id)?.nb ?? id}`)
    for (const control of controls)
      if (control.state !== 'kept')
        say(`    ${marks[control.state]} ${control.name}${control.measured && `: ${control.measured}`}`)
  }
  for (const { sentence, control, why } of failures) console.error(`! ${sentence}, ${control}: ${why}`)
  say(
    `\n${score.kept} av ${score.promises} løfter holdt, ${score.broken} brutt, ${score.stale} for gamle, ${score.unproven} uten bevis`,
  )
}

function commit(): string | null {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    // Not a clone: a build that was unpacked has no commit to tell of.
    return null
  }
}
