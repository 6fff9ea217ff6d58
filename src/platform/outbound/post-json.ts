type Posting = {
  readonly url: string
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** How many milliseconds an answer is waited for. */
  readonly patience: number
}

/** Posts it as JSON. Throws unless the answer is 2xx; redirects are not followed, and nothing of the answer is read. */
export async function postJson({ url, body, headers = {}, patience }: Posting): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`the receiver answered ${answer.status}`)
}
