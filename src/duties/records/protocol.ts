import { categories, personalColumn, type Declared } from '#personal-data'
import { columnsFor, may, purposeNames, purposes, type Purpose } from '#purposes'
import { writtenRule } from '#retention'

export type Recipient = {
  readonly name: string
  readonly role: 'processor' | 'controller' | 'own_module'
  readonly purposes: readonly string[]
  readonly location: string
  readonly transferGround: string | null
}
type Responsible = {
  readonly legalName: string
  readonly organisationNumber: string
  readonly postalAddress: string
  readonly email: string
  readonly phone: string
  readonly privacyContact: string
}

/** One kind of processing, with what art. 30(1)(a)–(g) and the authority's list ask for. */
export type Activity = {
  readonly purpose: Purpose
  readonly what: string
  readonly ground: string
  readonly people: readonly string[]
  readonly data: readonly string[]
  readonly recipients: readonly string[]
  readonly outsideEea: readonly string[]
  readonly kept: readonly string[]
}
export type Protocol = {
  readonly controller: Responsible
  readonly activities: readonly Activity[]
  /** Technical and organisational measures that a control has found in place. */
  readonly measures: readonly string[]
}

type Sources = {
  readonly inventory: readonly Declared[]
  readonly controller: Responsible
  readonly recipients: readonly Recipient[]
  readonly measures: readonly string[]
}

/** The record of processing, made from what is declared; nothing in it is written by hand a second time (art. 30, X-1). */
export function protocol({ inventory, controller, recipients, measures }: Sources): Protocol {
  const { legalName, organisationNumber, postalAddress, email, phone, privacyContact } = controller
  return {
    controller: { legalName, organisationNumber, postalAddress, email, phone, privacyContact },
    activities: purposeNames.flatMap((purpose) => {
      const activity = activityOf(purpose, inventory, recipients)
      return activity.data.length === 0 ? [] : [activity]
    }),
    measures: measures.toSorted(),
  }
}

function activityOf(purpose: Purpose, inventory: readonly Declared[], recipients: readonly Recipient[]): Activity {
  const columns = inventory
    .filter((table) => may(table, 'read', purpose) || table.direct?.includes(purpose))
    .flatMap((table) =>
      columnsFor(table, purpose)
        .map((name) => personalColumn(table.columns[name]))
        .filter((column) => column !== undefined),
    )
  const held = [...new Set(columns.map(({ holds }) => holds))]
  const served = recipients.filter((each) => each.purposes.includes(purpose))
  return {
    purpose,
    what: purposes[purpose].nb,
    ground: purposes[purpose].ground,
    people: [
      ...(held.some((category) => category !== 'staff') ? ['kunder, kontaktpersoner og andre som henvender seg'] : []),
      ...(held.includes('staff') ? ['ansatte'] : []),
    ],
    data: held.map((category) => categories[category].nb).toSorted(),
    recipients: served.map(({ name, role }) => `${name} (${roleWords[role]})`),
    outsideEea: served
      .filter(({ location }) => !eea.includes(location))
      .map(({ name, location, transferGround }) => `${name}, ${location}: ${transferGround ?? 'uten grunnlag'}`),
    kept: [...new Set(columns.map(({ ends }) => ends))].toSorted().map((rule) => `${rule}: ${writtenRule(rule, 'nb')}`),
  }
}

const eea = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IS IT LI LV LT LU MT NL NO PL PT RO SK SI ES SE'.split(' ')

const roleWords = {
  processor: 'databehandler',
  controller: 'selvstendig ansvarlig',
  own_module: 'en del av vårt eget program',
} as const
