import type { For } from '#purposes'

/** An inquiry with who asked, what for, and everything said since; nothing when it is not there or a stop hides it. */
export async function oneInquiry(db: For<'case_documentation'>, id: string) {
  const inquiry = await db.selectFrom('inquiry').selectAll().where('id', '=', id).executeTakeFirst()
  if (!inquiry) return undefined
  const { account_id: accountId } = inquiry
  const [account, person, items, messages] = await Promise.all([
    db
      .selectFrom('account')
      .select(['name', 'kind', 'customer_number', 'organisation_number', 'organisation_form'])
      .where('account_id', '=', accountId)
      .executeTakeFirst(),
    inquiry.person_id === null
      ? undefined
      : db
          .selectFrom('person')
          .selectAll()
          .where('account_id', '=', accountId)
          .where('id', '=', inquiry.person_id)
          .executeTakeFirst(),
    db
      .selectFrom('inquiry_item as item')
      .innerJoin('product', 'product.id', 'item.product_id')
      .select([
        'item.line',
        'item.quantity',
        'item.wish',
        'product.sku',
        'product.name',
        'product.name_nb',
        'product.stock',
        'product.lead_days',
      ])
      .where('item.account_id', '=', accountId)
      .where('item.inquiry_id', '=', id)
      .orderBy('item.line')
      .execute(),
    db
      .selectFrom('inquiry_message')
      .select(['id', 'direction', 'body', 'staff_user_id', 'at'])
      .where('account_id', '=', accountId)
      .where('inquiry_id', '=', id)
      .orderBy('at')
      .execute(),
  ])
  return { inquiry, account, person, items, messages }
}

export type OneInquiry = NonNullable<Awaited<ReturnType<typeof oneInquiry>>>
