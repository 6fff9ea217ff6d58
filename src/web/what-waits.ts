import { daysAfter, writtenDay } from '#clock'
import { written } from '#money'
import type { Waiting } from './waiting.ts'

type Item = {
  readonly to: string
  readonly count: number
  readonly what: string
  /** When it is one, where Norwegian says it differently. */
  readonly one?: string
  readonly more?: string | undefined
  readonly urgent?: boolean
}

/** What waits for us, the pressing first. */
export function whatWaits(waiting: Waiting): readonly Item[] {
  const items = [...forOfficers(waiting), ...inTrade(waiting)].filter(({ count }) => count > 0)
  return items.toSorted((a, b) => Number(b.urgent ?? false) - Number(a.urgent ?? false))
}

function inTrade({ inquiries, quotes, orders, invoices }: Waiting): Item[] {
  return [
    {
      to: '/desk/ordre?utvalg=til-fakturering',
      count: orders.lateToInvoice,
      what: 'levert for over 20 dager siden, ikke fakturert',
      more: 'Faktura skal ut innen en måned etter levering.',
      urgent: true,
    },
    {
      to: '/desk/faktura?utvalg=forfalt&sorter=forfall',
      count: invoices.overdue,
      what: 'forfalte fakturaer',
      one: 'forfalt faktura',
      more: `${written(invoices.overdueSum, 'nb', 'NOK')} står igjen`,
      urgent: true,
    },
    {
      to: '/desk/faktura?utvalg=ikke-sendt',
      count: invoices.unsent,
      what: 'fakturaer og kreditnotaer er utstedt, men ikke sendt eller skrevet ut',
      one: 'faktura eller kreditnota er utstedt, men ikke sendt eller skrevet ut',
      urgent: true,
    },
    { to: '/desk/foresporsler', count: inquiries, what: 'forespørsler venter på svar', one: 'forespørsel venter på svar' },
    { to: '/desk/tilbud?utvalg=gar-ut-snart&sorter=gyldighet', count: quotes.expiring, what: 'tilbud går ut innen fem dager' },
    { to: '/desk/tilbud?utvalg=utkast', count: quotes.drafts, what: 'tilbud skrives, ikke sendt' },
    { to: '/desk/ordre?utvalg=til-levering', count: orders.toDeliver, what: 'ordre til levering' },
    {
      to: '/desk/ordre?utvalg=til-fakturering&sorter=nyeste',
      count: orders.toInvoice - orders.lateToInvoice,
      what: 'ordre levert, ikke fakturert',
    },
    { to: '/desk/tilbud?utvalg=sendt', count: quotes.awaiting, what: 'tilbud venter på kunden' },
    {
      to: '/desk/faktura?utvalg=venter',
      count: invoices.open,
      what: 'fakturaer venter på betaling',
      one: 'faktura venter på betaling',
      more: written(invoices.openSum, 'nb', 'NOK'),
    },
  ]
}

function forOfficers({ officers, today }: Waiting): Item[] {
  if (!officers) return []
  const { claims, breaches, instructions, disclosures, rules } = officers
  return [
    {
      to: '/desk/avvik',
      count: breaches.unreported,
      what: 'avvik er verken meldt til Datatilsynet eller vurdert ferdig',
      one: 'avvik er verken meldt til Datatilsynet eller vurdert',
      more: breaches.hours < 0 ? 'Fristen på 72 timer er ute.' : `${breaches.hours} timer igjen av 72`,
      urgent: true,
    },
    {
      to: '/desk/rettigheter',
      count: claims.open,
      what: 'krav om rettigheter venter på svar',
      more: claims.first ? `Det første skal være besvart ${writtenDay(claims.first, 'nb')}.` : undefined,
      urgent: claims.first !== null && claims.first <= daysAfter(today, 7),
    },
    {
      to: '/desk/leverandorer#instrukser',
      count: instructions,
      what: 'beskjeder til leverandører står uten svar, er bestridt eller kom ikke fram',
      one: 'beskjed til en leverandør står uten svar, er bestridt eller kom ikke fram',
      urgent: true,
    },
    { to: '/desk/utlevering', count: disclosures, what: 'saker om utlevering venter', one: 'sak om utlevering venter' },
    { to: '/desk/personvern/regler', count: rules, what: 'regler må leses på nytt', one: 'regel må leses på nytt' },
  ]
}
