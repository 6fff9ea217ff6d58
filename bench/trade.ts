/** What many people bought and what was written to them, made by the database itself and the same every time. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '#database'
import { idOf, momentOf, unasked } from './population.ts'

/** For each person a letter and its transfer; for every second an order, delivered, with an invoice of one line. */
export function withTrade(owner: Kysely<DB>, count: number): Promise<void> {
  return unasked(owner, async (tx) => {
    const of = (series: string) => ({
      account: idOf('account', 'n'),
      person: idOf('person', 'n'),
      day: momentOf(count),
      series: sql.raw(series),
    })
    const all = of(`generate_series(1, ${count}) n`)
    await sql`insert into core.mail (account_id, id, person_id, kind, purpose, to_address, subject, body, queued_at, sent_at)
      select ${all.account}, ${idOf('mail', 'n')}, ${all.person}, 'inquiry received', 'deliver', 'person' || n || '@bedrift.example', 'Forespørsel F-2026-' || n,
        'Vi har mottatt forespørselen din.', ${all.day}, ${all.day} from ${all.series}`.execute(tx)
    await sql`insert into core.transfer (account_id, id, person_id, recipient, purpose, fields, ground, at)
      select ${all.account}, ${idOf('transfer', 'n')}, ${all.person}, 'mail-server', 'deliver', array['mail.to_address', 'mail.subject', 'mail.body'], 'GDPR art. 28', ${all.day}
      from ${all.series}`.execute(tx)
    const some = of(`generate_series(1, ${Math.floor(count / 2)}) n`)
    const order = idOf('order', 'n')
    const invoice = idOf('invoice', 'n')
    await sql`insert into core.sales_order (account_id, id, number, person_id, source, net, vat, gross, confirmed_at, delivered_at)
      select ${some.account}, ${order}, 'O-2026-' || n, ${some.person}, 'quote', 10000, 2500, 12500, ${some.day}, ${some.day} from ${some.series}`.execute(
      tx,
    )
    await sql`insert into core.invoice (account_id, id, kind, series, number, order_id, issue_date, due_date, delivery_date, delivery_place, seller, buyer, currency, net, vat, gross,
        language, document_hash, previous_hash, issued_at)
      select ${some.account}, ${invoice}, 'invoice', 'invoice', n, ${order}, '2026-10-01', '2026-10-15', '2026-10-01', 'Bergen', '{"organisationNumber":"312007177"}', '{"name":"Bedrift AS"}',
        'NOK', 10000, 2500, 12500, 'nb', md5('hash ' || n) || md5('hash ' || n), md5('hash ' || n - 1) || md5('hash ' || n - 1), timestamptz '2026-10-01 12:00+02' from ${some.series}`.execute(
      tx,
    )
    await sql`insert into core.invoice_line (account_id, invoice_id, line, kind, sku, description, quantity, unit_price_e4, discount_bp, vat_rate, net)
      select ${some.account}, ${invoice}, 1, 'product', 'K-1', 'Kopp', 10, 100000, 0, 2500, 10000 from ${some.series}`.execute(tx)
    await sql`insert into core.invoice_vat select ${some.account}, ${invoice}, 2500, 10000, 2500 from ${some.series}`.execute(tx)
    await sql`insert into core.issued_document (series, number, account_id, invoice_id, document_hash, previous_hash, issued_at)
      select 'invoice', n, ${some.account}, ${invoice}, md5('hash ' || n) || md5('hash ' || n), md5('hash ' || n - 1) || md5('hash ' || n - 1), timestamptz '2026-10-01 12:00+02' from ${some.series}`.execute(
      tx,
    )
  })
}
