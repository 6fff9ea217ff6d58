/** The closed set of purposes (promise 2.2-i), each with its legal ground (section 3.2 of the law table). */
export const purposes = {
  deliver: { nb: 'levere det du har bedt om', en: 'deliver what you asked for', ground: 'GDPR art. 6(1)(b), 6(1)(f)' },
  administer: {
    nb: 'følge opp kundeforholdet',
    en: 'administer the customer relationship',
    ground: 'GDPR art. 6(1)(b), 6(1)(f)',
  },
  invoice: { nb: 'fakturere', en: 'invoice', ground: 'GDPR art. 6(1)(c), bokføringsloven § 13' },
  tailor: { nb: 'tilpasse det vi viser deg som kunde', en: 'tailor what we show you as a customer', ground: 'GDPR art. 6(1)(f)' },
  trend: { nb: 'se trender i anonyme tall', en: 'see trends in anonymous figures', ground: 'GDPR art. 6(1)(f)' },
  survey: { nb: 'spørre hva du mener om tjenestene våre', en: 'ask your opinion of our services', ground: 'GDPR art. 6(1)(f)' },
  web_statistics: { nb: 'telle besøk', en: 'count visits', ground: 'GDPR art. 6(1)(a), ekomloven § 3-15' },
  web_function: { nb: 'få nettstedet til å virke', en: 'make the site work', ground: 'GDPR art. 6(1)(f), ekomloven § 3-15 b' },
  marketing: {
    nb: 'sende deg informasjon og tilbud',
    en: 'send you information and offers',
    ground: 'GDPR art. 6(1)(a), markedsføringsloven § 15',
  },
  case_documentation: { nb: 'dokumentere saken din', en: 'document your case', ground: 'GDPR art. 6(1)(f)' },
  claims_archive: { nb: 'dokumentere krav', en: 'document claims', ground: 'GDPR art. 6(1)(f)' },
  anonymous_compilation: { nb: 'lage anonym statistikk', en: 'make anonymous statistics', ground: 'GDPR art. 6(1)(f)' },
  security: { nb: 'holde systemet sikkert', en: 'keep the system secure', ground: 'GDPR art. 6(1)(f), 32' },
  legal_obligation: { nb: 'følge loven', en: 'comply with the law', ground: 'GDPR art. 6(1)(c)' },
  rights_handling: { nb: 'gi deg rettighetene dine', en: 'give you your rights', ground: 'GDPR art. 6(1)(c)' },
} as const satisfies Record<string, { nb: string; en: string; ground: string }>

export type Purpose = keyof typeof purposes

export const purposeNames = Object.keys(purposes) as Purpose[]

/** The database role that can see nothing but this purpose. */
export function roleOf(purpose: Purpose): string {
  return `ordholden_${purpose}`
}
