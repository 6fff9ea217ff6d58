import { dayOf, writtenDay, writtenMoment } from '#clock'
import { countryName, type Language } from '#languages'
import { categories, type Category, type PersonalColumn } from '#personal-data'
import { purposes } from '#purposes'
import { writtenRule } from '#retention'
import type { AccessPackage } from './access-package.ts'
import { columnWord } from './column-words.ts'
import type { HeldRow, Holding } from './holdings.ts'
import { codeWord, tableWord } from './table-words.ts'
import { writtenValue } from './written-value.ts'

/** The package as one page that stands on its own, piece by piece: no script, nothing fetched, prints well. */
export function* readable(found: AccessPackage): Generator<string> {
  const { language, controller, preparedAt, explained, recipients } = found
  const said = words[language]
  yield `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${said.title}</title><style>${style}</style></head><body><h1>${said.title}</h1>`
  yield (
    para(explained.confirmation ?? '') +
    (explained.archive ? para(explained.archive) : '') +
    para(`${said.prepared} ${writtenMoment(new Date(preparedAt), language)}`)
  )
  yield section(
    said.who,
    para(
      [
        controller.legalName,
        `${said.number} ${controller.organisationNumber}`,
        controller.postalAddress,
        controller.email,
        controller.phone,
        controller.privacyContact,
      ].join(' · '),
    ),
  )
  for (const [category, held] of byCategory(found.data)) {
    yield `<section><h2>${escaped(categories[category][language])}</h2>`
    for (const each of held) yield* tableHtml(each, language)
    yield '</section>'
  }
  yield section(said.recipients, recipientsHtml(recipients, language))
  for (const name of ['rights', 'complaint', 'automation', 'transfers', 'backups', 'searched', 'redacted', 'codes'] as const) {
    yield section(said[name], para(explained[name] ?? ''))
  }
  yield '</body></html>'
}

/** A table stands where most of its personal columns belong; tables with nothing in them are left out. */
export function byCategory(data: readonly Holding[]): [Category, Holding[]][] {
  const filled = data.filter(({ rows, columns }) => rows.length > 0 && Object.keys(columns).length > 0)
  const groups = Map.groupBy(filled, ({ columns }) => Object.values(columns)[0]!.holds)
  return (Object.keys(categories) as Category[]).flatMap((category) => {
    const held = groups.get(category)
    return held ? [[category, held] as [Category, Holding[]]] : []
  })
}

function* tableHtml({ table, columns, rows }: Holding, language: Language): Generator<string> {
  yield `<h3>${escaped(tableWord(table, language))}</h3>${whyHtml(columns, language)}`
  const rowHtml = rowWriter(language)
  for (const row of rows) yield rowHtml(row)
}

function whyHtml(columns: Readonly<Record<string, PersonalColumn>>, language: Language): string {
  const said = words[language]
  const rows = Object.entries(columns).map(
    ([name, column]) =>
      `<tr><th scope="row">${escaped(columnWord(name, language))}</th><td>${escaped(whatFor(column, language))}</td><td>${escaped(codeWord(column.from, language))}</td><td>${escaped(writtenRule(column.ends, language))}</td></tr>`,
  )
  return `<details><summary>${said.why}</summary><table><thead><tr><th scope="col">${said.value}</th><th scope="col">${said.purpose}</th><th scope="col">${said.from}</th><th scope="col">${said.until}</th></tr></thead><tbody>${rows.join('')}</tbody></table></details>`
}

/** The purposes in words, each with its ground. */
export function whatFor({ for: declared }: PersonalColumn, language: Language): string {
  return declared.map((purpose) => `${purposes[purpose][language]} (${purposes[purpose].ground})`).join('; ')
}

/** What the rows of a table have in common, names and days, is written once: somebody has thirty thousand. */
function rowWriter(language: Language): (row: HeldRow) => string {
  const term = remembered((name) => `<dt>${escaped(columnWord(name, language))}</dt><dd>`)
  const endsOn = remembered((at) => writtenDay(dayOf(at), language))
  const erased = (ends: HeldRow['ends']) => {
    const known = Object.values(ends).filter((at) => at !== null)
    return known.length === 0 ? '' : para(`${words[language].erased} ${known.map(endsOn).join(', ')}`, 'soft')
  }
  return ({ values, ends }) => {
    let lines = ''
    for (const name in values) {
      const text = writtenValue(name, values[name], language)
      if (text !== '') lines += `${term(name)}${escaped(text)}</dd>`
    }
    return `<dl>${lines}</dl>${erased(ends)}`
  }
}

function remembered(write: (given: string) => string): (given: string) => string {
  const known = new Map<string, string>()
  return (given) => {
    const before = known.get(given)
    if (before !== undefined) return before
    const now = write(given)
    known.set(given, now)
    return now
  }
}

function recipientsHtml({ actual, registered }: AccessPackage['recipients'], language: Language): string {
  const said = words[language]
  const items = actual.map(
    ({ recipient, purpose, fields, at }) =>
      `<li>${writtenMoment(at, language)}: ${escaped(recipient.name)} (${escaped(purposeWord(purpose, language))}): ${escaped(fields.map((field) => columnWord(field.split('.').at(-1)!, language)).join(', '))}</li>`,
  )
  const list = items.length === 0 ? para(said.none) : `<ul>${items.join('')}</ul>`
  const known = registered.map(
    ({ name, role, location, does }) =>
      `<li>${escaped(name)}, ${escaped(countryName(location, language))}, ${escaped(codeWord(role, language))}: ${escaped(does)}</li>`,
  )
  return `${list}<h3>${said.registered}</h3><ul>${known.join('')}</ul>`
}

export function purposeWord(purpose: string, language: Language): string {
  return purpose in purposes ? purposes[purpose as keyof typeof purposes][language] : purpose
}

function section(title: string, inner: string): string {
  return `<section><h2>${escaped(title)}</h2>${inner}</section>`
}

function para(text: string, kind?: string): string {
  return `<p${kind ? ` class="${kind}"` : ''}>${escaped(text)}</p>`
}

function escaped(text: string): string {
  return !/[&<>"]/.test(text)
    ? text
    : text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
}

const style = `body{font:16px/1.55 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c2321;background:#fbfaf6}
h1,h2,h3{font-family:Georgia,serif;line-height:1.2}h2{margin-top:2.5rem;border-bottom:1px solid #e4e1d8;padding-bottom:.3rem}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.2rem 1rem;padding:.75rem 0;border-top:1px solid #e4e1d8}dt{color:#5c6662}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
table{border-collapse:collapse;width:100%;font-size:.85rem}td,th{text-align:left;vertical-align:top;padding:.3rem .5rem;border-top:1px solid #e4e1d8}.soft{color:#5c6662;font-size:.875rem}
@media(max-width:34rem){dl{grid-template-columns:1fr}dt{margin-top:.4rem}}`

const words = {
  nb: {
    title: 'Dette har vi om deg',
    prepared: 'Laget',
    who: 'Hvem som svarer for opplysningene',
    number: 'Org.nr.',
    recipients: 'Hvem som har fått noe om deg',
    none: 'Ingen utenfor huset har fått noe om deg.',
    registered: 'Mottakere vi bruker',
    why: 'Hva for, hvorfra og hvor lenge',
    value: 'Opplysning',
    purpose: 'Hva for',
    from: 'Hvorfra',
    until: 'Hvor lenge',
    erased: 'Slettes senest',
    rights: 'Rettighetene dine',
    complaint: 'Klage',
    automation: 'Automatiske avgjørelser',
    transfers: 'Utenfor EØS',
    backups: 'Sikkerhetskopier',
    searched: 'Hvor vi har lett',
    redacted: 'Hva vi ikke viser',
    codes: 'Slik leser du det',
  },
  en: {
    title: 'This is what we hold about you',
    prepared: 'Prepared',
    who: 'Who answers for the data',
    number: 'Org. no.',
    recipients: 'Who has been given anything about you',
    none: 'Nobody outside the house has been given anything about you.',
    registered: 'Recipients we use',
    why: 'What for, where from and how long',
    value: 'Value',
    purpose: 'What for',
    from: 'Where from',
    until: 'How long',
    erased: 'Erased at the latest',
    rights: 'Your rights',
    complaint: 'Complaints',
    automation: 'Automated decisions',
    transfers: 'Outside the EEA',
    backups: 'Backups',
    searched: 'Where we searched',
    redacted: 'What we do not show',
    codes: 'How to read it',
  },
}
