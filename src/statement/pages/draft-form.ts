import { typedDay, typedNumber } from '#http'
import type { Controller } from '#merchant'
import { changedSentences } from '../revisions/changes.ts'
import { figureAs, figures } from '../revisions/departures.ts'
import type { Draft } from '../revisions/draft.ts'
import type { Kind, Revision } from '../revisions/revision-in-force.ts'
import { printed } from '../printed.ts'

/** Fields of the controller that a merchant writes, in the order of the form. */
export const controllerFields = [
  ['legalName', 'Firmanavn'],
  ['organisationNumber', 'Organisasjonsnummer'],
  ['postalAddress', 'Postadresse'],
  ['headOffice', 'Besøksadresse'],
  ['email', 'E-post'],
  ['phone', 'Telefon'],
  ['privacyContact', 'Kontakt for personvern'],
  ['bankAccount', 'Bankkonto'],
] as const satisfies readonly (readonly [keyof Controller, string])[]

export type Fields = Readonly<Record<string, string | undefined>>

/** Figures and days that are none, with what to do about it; undefined when all can be read. */
export function unreadable(fields: Fields): Record<string, string> | undefined {
  const wrong = figures
    .map(({ sentence, term }) => `figure.${sentence}.${term}`)
    .filter((name) => fields[name] !== undefined && !typedNumber(1, 10_000).safeParse(fields[name]).success)
    .map((name) => [name, 'Skriv et helt tall fra 1 til 10 000.'])
  if (fields.effectiveOn && !typedDay.safeParse(fields.effectiveOn).success) wrong.push(['effectiveOn', 'Skriv en dato.'])
  return wrong.length === 0 ? undefined : Object.fromEntries(wrong)
}

/** What was typed, as a draft; a field that is not in the form stays as it was. */
export function typedDraft(fields: Fields, before: Draft): Draft {
  const { settings } = before
  const typed = (name: string) => fields[name]?.trim()
  const controller = { ...settings.controller }
  for (const [name] of controllerFields) controller[name] = squeezed(name, typed(`controller.${name}`)) ?? controller[name]
  const changed: Record<string, Record<string, never>> = structuredClone(settings.changed) as never
  for (const figure of figures) {
    const value = Number(typed(`figure.${figure.sentence}.${figure.term}`))
    if (!Number.isInteger(value) || value < 1) continue
    const own = (changed[figure.sentence] ??= {})
    if (value === figure.setOut) delete own[figure.term]
    else own[figure.term] = figureAs(figure, value) as never
    if (Object.keys(own).length === 0) delete changed[figure.sentence]
  }
  return {
    settings: { controller, changed, reasons: reasonsOf(fields, settings.reasons) },
    kinds: kindsOf(fields, before.kinds),
    summary: { nb: typed('summaryNb') ?? before.summary.nb, en: typed('summaryEn') ?? before.summary.en },
    effectiveOn: /^\d{4}-\d{2}-\d{2}$/.test(typed('effectiveOn') ?? '') ? typed('effectiveOn')! : null,
    hurriedBecause: typed('hurriedBecause') || null,
  }
}

// Numbers are often typed with spaces or dots between the groups.
function squeezed(name: string, text: string | undefined): string | undefined {
  return name === 'organisationNumber' || name === 'bankAccount' ? text?.replace(/[\s.]/g, '') : text
}

function named<Value>(fields: Fields, prefix: string, read: (text: string) => Value): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) =>
      name.startsWith(prefix) && text ? [[name.slice(prefix.length), read(text)] as const] : [],
    ),
  )
}

function reasonsOf(fields: Fields, before: Draft['settings']['reasons']): Record<string, string> {
  return { ...before, ...named(fields, 'reason.', (text) => text.trim()) }
}

function kindsOf(fields: Fields, before: Draft['kinds']): Record<string, Kind> {
  return { ...before, ...named(fields, 'kind.', (text): Kind => (text === 'editorial' ? 'editorial' : 'material')) }
}

/** The draft as it would be published, and which sentences it changes. */
export function proposed({ settings, kinds }: Draft, inForce: Revision | undefined) {
  const text = printed(settings.controller, settings.changed)
  const changed = changedSentences(inForce, text)
  const own = Object.fromEntries(changed.map((id) => [id, kinds[id] ?? ('material' as const)]))
  return { text: { ...text, kinds: own }, changed, kinds: own }
}
