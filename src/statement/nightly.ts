import { prove, type Proof, type Workplace } from './prove.ts'

/** The nightly look, while everybody sleeps: 01:12 UTC, which is 02:12 or 03:12 in Oslo. Five cron fields. */
export const everyNight = '12 1 * * *'

/** The same as `npm run prove`. A control that could not be run makes the job fail, so that it is tried again and heard of. */
export async function nightly(place: Workplace, now: Date): Promise<Proof> {
  const proof = await prove(place, now)
  if (proof.failures.length > 0)
    throw new Error(proof.failures.map(({ sentence, control, why }) => `${sentence}, ${control}: ${why}`).join('\n'))
  return proof
}
