import { data, type LoaderFunctionArgs } from 'react-router'
import type { Role } from '#auth'
import { asking } from '#purposes'
import { oneClaim, type OneClaim } from '#rights'

/** Who may open a claim and act on it. */
export const handlers: readonly Role[] = ['privacy_officer', 'host']

/** The claim an address names, or 404. */
export async function foundClaim({ context, params }: Pick<LoaderFunctionArgs, 'context' | 'params'>): Promise<OneClaim> {
  const { account: accountId, id } = params
  const claim = isId(accountId) && isId(id) && (await oneClaim(asking(context, 'legal_obligation'), { accountId, id }))
  if (!claim) throw data(null, { status: 404 })
  return claim
}

function isId(text: string | undefined): text is string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text ?? '')
}
