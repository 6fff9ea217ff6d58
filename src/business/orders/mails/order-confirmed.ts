import type { Letter } from '#mail'
import { signature, type Controller } from '#merchant'
import { written } from '#money'
import type { Ordered } from '../place-order.ts'

type Facts = Ordered & { readonly number: string; readonly receiver: NonNullable<Ordered['receiver']> }

/** What was ordered, what it comes to, and what happens next. */
export function orderConfirmed(
  merchant: Controller,
  {
    accountId,
    personId,
    number,
    quoteNumber,
    purchaseOrderNumber,
    deliveryAddress,
    totals,
    currency,
    lines,
    deliveryDays,
    receiver,
    website,
  }: Facts,
): Letter {
  const { to, name, language } = receiver
  const ordered = lines
    .filter(({ kind }) => kind !== 'note')
    .map((line) => `  ${line.quantity} × ${line.description}: ${written(line.net, language, currency)}`)
  const sums = {
    net: written(totals.net, language, currency),
    vat: written(totals.vat, language, currency),
    gross: written(totals.gross, language, currency),
  }
  const words = {
    nb: {
      subject: `Ordrebekreftelse ${number}`,
      hello: name ? `Hei ${name}!` : 'Hei!',
      thanks: `Takk for bestillingen. Dere har godtatt tilbud ${quoteNumber}, og vi har registrert det som ordre ${number}.`,
      reference: purchaseOrderNumber && `Bestillingsnummeret deres: ${purchaseOrderNumber}`,
      sums: `Sum eks. mva.: ${sums.net}\nMva.: ${sums.vat}\nÅ betale: ${sums.gross}`,
      delivery: [
        deliveryDays && `Levering: innen ${deliveryDays} arbeidsdager etter godkjent korrektur.`,
        deliveryAddress && `Leveres til: ${deliveryAddress}`,
      ],
      next: 'Fakturaen kommer når varene er levert.',
    },
    en: {
      subject: `Order confirmation ${number}`,
      hello: name ? `Hello ${name},` : 'Hello,',
      thanks: `Thank you for your order. You have accepted quote ${quoteNumber}; it is now order ${number}.`,
      reference: purchaseOrderNumber && `Your purchase order number: ${purchaseOrderNumber}`,
      sums: `Total excluding VAT: ${sums.net}\nVAT: ${sums.vat}\nTo pay: ${sums.gross}`,
      delivery: [
        deliveryDays && `Delivery: within ${deliveryDays} working days of the approved proof.`,
        deliveryAddress && `Delivered to: ${deliveryAddress}`,
      ],
      next: 'The invoice comes when the goods have been delivered.',
    },
  }[language]
  const delivery = words.delivery.filter(Boolean).join('\n')
  const paragraphs = [
    words.hello,
    words.thanks,
    words.reference,
    ordered.join('\n'),
    words.sums,
    delivery,
    words.next,
    signature(merchant, language, website),
  ]
  return {
    accountId,
    personId,
    kind: 'order confirmed',
    purpose: 'deliver',
    to,
    subject: words.subject,
    body: paragraphs.filter(Boolean).join('\n\n'),
  }
}
