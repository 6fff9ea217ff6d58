import { enterFirstRegister } from '#processors'
import { doesItFit, type Fit } from '#statement'
import { type House, isEmpty } from './open-house.ts'

/**
 * What must be in a house before anybody is let in: a merchant (the sample one when there is none), and the statement in
 * force. Says whether this program does what that statement says.
 */
export async function settleIn(house: House, now: Date, publicUrl: string, loading: () => void): Promise<Fit> {
  if (await isEmpty(house.owner)) {
    loading()
    const { loadSamples } = await import('../../samples/samples.ts')
    await loadSamples(house, now, { website: publicUrl, dataDir: house.dataDir })
  }
  // A house from before there was a register has the sample merchant's suppliers, and their agreements are as old.
  await enterFirstRegister(house.owner, now, new Date('2025-05-15T12:00:00Z'))
  return doesItFit(house.owner, now)
}
