import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { writtenMoment } from '#clock'
import type { For } from '#purposes'
import { noteEvent } from './rights-case.ts'
import type { OneClaim } from './one-claim.ts'
import { codeWord } from './table-words.ts'
import { zip } from './zip.ts'

/**
 * The whole case in one file, should Datatilsynet ask: timeline, messages, decisions, restrictions and the evidence entries
 * with their commitments, to read and for programs (promise 2.1-p). Taking it out is itself a line of the timeline.
 */
export function claimBundle(
  db: For<'legal_obligation'>,
  now: Date,
  found: OneClaim,
  by: { readonly role: string },
): Promise<{ readonly fileName: string; readonly archive: Buffer }> {
  const { account_id: accountId, id, number } = found.claim
  return db.transaction().execute(async (tx) => {
    await noteEvent(tx, now, { accountId, id }, { what: 'exported', by: by.role })
    const evidence = await tx
      .selectFrom('entry')
      .select(['id', 'at', 'kind', 'commitment', 'body'])
      .where(sql<boolean>`body ->> 'case' = ${id}`)
      .orderBy('at')
      .execute()
    const whole = {
      schema: 'ordholden rights case 1',
      exportedAt: now.toISOString(),
      ...found,
      evidence: evidence.map(({ commitment, ...entry }) => ({ ...entry, commitment: commitment.toString('hex') })),
    }
    const files = [
      { name: 'sak.json', bytes: Buffer.from(JSON.stringify(whole, null, 2), 'utf8') },
      { name: 'sak.txt', bytes: Buffer.from(readableCase(found), 'utf8') },
    ]
    const sha256 = Object.fromEntries(files.map(({ name, bytes }) => [name, createHash('sha256').update(bytes).digest('hex')]))
    const manifest = { name: 'manifest.json', bytes: Buffer.from(JSON.stringify({ sha256 }, null, 2), 'utf8') }
    return { fileName: `sak-${number ?? id}.zip`, archive: await zip([...files, manifest]) }
  })
}

function readableCase({ claim, events, messages, decisions, pending, restrictions }: OneClaim): string {
  const lines = [
    `Sak ${claim.number ?? claim.id}: ${codeWord(claim.kind, 'nb')}`,
    `Mottatt ${writtenMoment(claim.received_at, 'nb')} (${codeWord(claim.channel, 'nb')}), svarfrist ${claim.due_on}`,
    claim.closed_at ? `Besvart ${writtenMoment(claim.closed_at, 'nb')}: ${JSON.stringify(claim.outcome)}` : 'Ikke besvart',
    '',
    'TIDSLINJE',
    ...events.map(({ at, what, by_role }) => `${writtenMoment(at, 'nb')}  ${what} (${codeWord(by_role, 'nb')})`),
    '',
    'MELDINGER',
    ...messages.map(({ at, direction, body }) => `${writtenMoment(at, 'nb')}  ${codeWord(direction, 'nb')}:\n${body}\n`),
    'AVGJØRELSER',
    ...decisions.map(({ act, reasons, approved_at }) => `${act}: ${reasons} ${approved_at ? '(godkjent)' : '(foreslått)'}`),
    '',
    'BEGRENSNINGER',
    ...restrictions.map(
      ({ ground, restricted_at, lifted_at }) => `${ground}: ${restricted_at.toISOString()} – ${lifted_at?.toISOString() ?? ''}`,
    ),
    '',
    'STÅR IGJEN',
    ...pending.map(({ what, done_at }) => `${what}: ${done_at ? writtenMoment(done_at, 'nb') : 'ikke gjort'}`),
  ]
  return lines.join('\n') + '\n'
}
