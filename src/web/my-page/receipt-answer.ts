import { data } from 'react-router'
import type { QueryExecutorProvider } from 'kysely'
import { receiptFor } from '#evidence'
import { refused } from '#refusal'

/** A receipt as a file; 404 when there is none, 425 with the moment to come back while the log is not sealed yet. */
export async function receiptAnswer(db: QueryExecutorProvider, id: string): Promise<Response> {
  const receipt = await receiptFor(db, id)
  if (refused(receipt) && receipt.refused === 'no such entry') throw data(null, { status: 404 })
  if (refused(receipt)) throw data(null, { status: 425, headers: { 'Retry-After': '60' } })
  return new Response(`${JSON.stringify(receipt, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="receipt-${id}.json"`,
    },
  })
}
