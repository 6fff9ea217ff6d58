/** The cookie that remembers the visitor's word about statistics: `yes` or `no`. */
export const statisticsCookie = 'ordholden.statistics'

type Asked = { readonly get: (name: string) => string | null }

/**
 * What the visitor has said about statistics. Global Privacy Control and Do Not Track are a no, whatever a cookie says; whoever has
 * said nothing has not said yes (promises 2.4-e, 2.4-f).
 */
export function statisticsChoice(headers: Asked): 'yes' | 'no' | 'none' {
  if (headers.get('sec-gpc') === '1' || headers.get('dnt') === '1') return 'no'
  const said = /(?:^|;\s*)(?:__(?:Secure|Host)-)?ordholden\.statistics=(yes|no)(?:;|$)/.exec(headers.get('cookie') ?? '')
  return (said?.[1] as 'yes' | 'no' | undefined) ?? 'none'
}

/** Only a yes allows what reads or stores something on the visitor's equipment. */
export function statisticsAllowed(request: { readonly headers: Asked }): boolean {
  return statisticsChoice(request.headers) === 'yes'
}
