import pg from 'pg'

/** So many statements a connection keeps planned; each takes some tens of kilobytes of the server's memory. */
const keptAtMost = 200
/** What is asked once, such as the rows of an import, is forgotten again. */
const rememberedAtMost = 1000
const longest = 16_384

/**
 * A connection that has the server keep the plan of what it asks again (decision 0056). The second time the same text is asked with
 * values it gets a name, by which the server plans it once and afterwards only fills the values in. Text without values, which may
 * be many statements in one, is sent as it is.
 */
export class PreparedClient extends pg.Client {
  readonly #names = new Map<string, string>()
  readonly #asked = new Set<string>()

  constructor(config?: string | pg.ClientConfig) {
    super(config)
    const send = this.query.bind(this) as (...args: unknown[]) => unknown
    this.query = ((...args: unknown[]) => {
      const [text, values] = args
      const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? this.#nameOf(text) : undefined
      return name === undefined ? send(...args) : send({ name, text, values }, ...args.slice(2))
    }) as typeof this.query
  }

  #nameOf(text: string): string | undefined {
    const name = this.#names.get(text)
    if (name !== undefined || this.#names.size >= keptAtMost || text.length > longest) return name
    if (!this.#asked.delete(text)) return this.#askedOnce(text)
    const given = `s${this.#names.size + 1}`
    this.#names.set(text, given)
    return given
  }

  #askedOnce(text: string): undefined {
    if (this.#asked.size >= rememberedAtMost) this.#asked.clear()
    this.#asked.add(text)
  }
}
