import { beginRun } from '../samples/test-run.ts'
import { loadSamples } from '../samples/samples.ts'

/** The journeys' global setup: the sample merchant is loaded once, and every site of the run begins as a copy. */
export async function setup(): Promise<() => Promise<void>> {
  return beginRun((house) => loadSamples(house, new Date()))
}
