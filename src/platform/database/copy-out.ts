import pg from 'pg'

type Message = { readonly chunk: Buffer }

/**
 * Every row a query finds, as text and one at a time, by the protocol's COPY: nothing is gathered, so a table of any size
 * goes through a few kilobytes. Answers how many there were.
 */
export function copyOut(client: pg.Client, query: string, row: (cells: (string | null)[]) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0
    let failure: Error | undefined
    client.query({
      submit: (connection: unknown) => (connection as { query: (text: string) => void }).query(`copy (${query}) to stdout`),
      handleCopyData: ({ chunk }: Message) => {
        rows += 1
        if (failure) return
        try {
          row(cellsOf(chunk.toString('utf8')))
        } catch (error) {
          failure = error as Error
        }
      },
      handleCommandComplete: () => undefined,
      handleError: (error: Error) => reject((failure = error)),
      handleReadyForQuery: () => (failure ? reject(failure) : resolve(rows)),
    } as unknown as pg.Submittable)
  })
}

/** One line of the text format: tabs between, \N for null, and the backslash before what would be mistaken. */
export function cellsOf(line: string): (string | null)[] {
  const cells = line.slice(0, -1).split('\t')
  if (!line.includes('\\')) return cells
  return cells.map((cell) => (cell === '\\N' ? null : cell.includes('\\') ? cell.replace(/\\(.)/gs, written) : cell))
}

const meanings: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v' }

function written(_: string, after: string): string {
  return meanings[after] ?? after
}
