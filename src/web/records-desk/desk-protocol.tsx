import type { LoaderFunctionArgs } from 'react-router'
import { requireStaff } from '#auth'
import { now, writtenMoment } from '#clock'
import { writtenOrganisationNumber, type OrganisationNumber } from '#customers'
import { EmptyState, PageTitle } from '#design'
import { asking } from '#purposes'
import { latestSnapshots, type Activity } from '#records'
import { officers } from './officers.ts'
import { protocolNow } from './protocol-now.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  requireStaff(context, ...officers)
  const db = asking(context, 'legal_obligation')
  const [record, snapshots] = await Promise.all([protocolNow(db, now()), latestSnapshots(db)])
  const number = writtenOrganisationNumber(record.controller.organisationNumber as OrganisationNumber)
  return { record, number, snapshots: snapshots.map(({ taken_at, content_hash }) => ({ at: taken_at, hash: content_hash })) }
}

type Loaded = Awaited<ReturnType<typeof loader>>

/** Prints as it stands. */
export default function DeskProtocol({ loaderData: { record, number, snapshots } }: { readonly loaderData: Loaded }) {
  const { controller, activities, measures } = record
  return (
    <div className="stack">
      <title>Protokoll over behandlinger</title>
      <PageTitle
        lead="Laget av det programmet kjører etter: kolonnene, formålene, mottakerne og reglene. Ingenting er skrevet for hånd."
        actions={
          <>
            <a className="ds-button" data-variant="secondary" href="/desk/personvern/protokoll.csv">
              Som regneark
            </a>
            <a className="ds-button" data-variant="secondary" href="/desk/personvern/protokoll.json">
              Som JSON
            </a>
          </>
        }
      >
        Protokoll over behandlinger
      </PageTitle>
      <p>
        {controller.legalName}, org.nr. {number}, {controller.postalAddress}. Kontakt for personvern: {controller.privacyContact},{' '}
        {controller.phone.replaceAll(' ', '\u00a0')}.
      </p>
      {activities.map((activity) => (
        <OneActivity key={activity.purpose} activity={activity} />
      ))}
      <section className="ds-card" aria-labelledby="measures">
        <h2 id="measures">Sikkerhetstiltak</h2>
        {measures.length === 0 ? (
          <p className="soft">Ingen tiltak er kontrollert ennå. De kommer hit når kontrollen har kjørt.</p>
        ) : (
          <List items={measures} />
        )}
      </section>
      <section aria-labelledby="snapshots">
        <h2 id="snapshots">Tatt vare på</h2>
        {snapshots.length === 0 ? (
          <EmptyState title="Ingen ennå">Protokollen tas vare på hver natt den er endret, og ellers hver måned.</EmptyState>
        ) : (
          <ul>
            {snapshots.map(({ at, hash }) => (
              <li key={hash + at.toISOString()}>
                {writtenMoment(at, 'nb')} · <code className="as-written">{hash.slice(0, 16)}</code>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

function OneActivity({
  activity: { what, ground, people, data, recipients, outsideEea, kept },
}: {
  readonly activity: Activity
}) {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['Behandlingsgrunnlag', [ground]],
    ['Hvem', people],
    ['Opplysninger', data],
    ['Mottakere', recipients],
    ['Utenfor EØS', outsideEea],
    ['Lagringstid', kept],
  ]
  return (
    <section className="ds-card" aria-label={what}>
      <h2>Å {what}</h2>
      <dl>
        {parts.map(([label, items]) => (
          <div key={label}>
            <dt className="small soft">{label}</dt>
            <dd>{items.length === 0 ? 'Ingen' : items.length === 1 ? items[0] : <List items={items} />}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function List({ items }: { readonly items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}
