import { type Bulk, openBulk } from '#database'

/** Connections that load in turn: while the server takes one batch, it takes the next as well, on its other core. */
export type Lanes = {
  /** The first; for everything but loading. */
  readonly main: Bulk
  readonly all: readonly Bulk[]
  /** Waits for the lane whose turn it is, and has it load. What fails is told by the next call, or by `settled`. */
  readonly load: (load: Load) => Promise<void>
  readonly settled: () => Promise<void>
  readonly close: () => Promise<void>
}
/** May commit when `before` is over: batches are kept in the order of the file, so what is kept is a beginning of it. */
export type Load = (lane: Bulk, before: Promise<void>) => Promise<void>

export async function openLanes(ownerUrl: string): Promise<Lanes> {
  const main = await openBulk(ownerUrl)
  // A foreign key that is checked does not see what another lane has not committed yet: then there is one lane.
  const all = (await main.leaveForeignKeys()) ? [main, await another(ownerUrl)] : [main]
  const busy: Promise<void>[] = all.map(() => Promise.resolve())
  let turn = 0
  let last = Promise.resolve()
  return {
    main,
    all,
    load: async (load) => {
      await busy[turn]
      last = load(all[turn]!, last)
      last.catch(() => undefined)
      busy[turn] = last
      turn = (turn + 1) % all.length
    },
    settled: () => last,
    close: async () => {
      await Promise.all(all.map((lane) => lane.close()))
    },
  }
}

async function another(ownerUrl: string): Promise<Bulk> {
  const lane = await openBulk(ownerUrl)
  await lane.leaveForeignKeys()
  return lane
}
