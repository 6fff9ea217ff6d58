/** RFC 9457. `type` is about:blank unless the problem has a page of its own. */
export type Problem = {
  readonly status: number
  readonly title: string
  readonly detail?: string
  /** What is wrong with which field, as the forms say it. */
  readonly problems?: Readonly<Record<string, string>>
}

/** An error a program can read: application/problem+json (RFC 9457, section 3). */
export function problemDetails(problem: Problem): Response {
  return new Response(JSON.stringify({ type: 'about:blank', ...problem }), {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json' },
  })
}
