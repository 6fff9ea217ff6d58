import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { requireStaff } from '#auth'
import { now } from '#clock'
import { EmptyState, PageTitle } from '#design'
import { asking } from '#purposes'
import { foundInDesk, invoicesFound, type Found } from './found-in-desk.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { role } = requireStaff(context)
  const words = new URL(request.url).searchParams.get('sok') ?? ''
  const found = await Promise.all([
    foundInDesk(asking(context, 'deliver'), words, role),
    invoicesFound(asking(context, 'invoice'), now(), words, role),
  ])
  return { words, found: found.flat() }
}

export default function DeskSearch() {
  const { words, found } = useLoaderData<typeof loader>()
  return (
    <>
      <title>Søk</title>
      <PageTitle lead={words ? `Treff på «${words}»` : undefined}>Søk</PageTitle>
      {found.length === 0 ? (
        <NothingFound words={words} />
      ) : (
        kinds.map((kind) => <Kind key={kind} kind={kind} found={found.filter((each) => each.kind === kind)} />)
      )}
    </>
  )
}

const kinds = ['customer', 'inquiry', 'quote', 'order', 'invoice', 'product'] as const
const names = {
  customer: 'Kunder',
  inquiry: 'Forespørsler',
  quote: 'Tilbud',
  order: 'Ordre',
  invoice: 'Faktura',
  product: 'Produkter',
} as const

function Kind({ kind, found }: { readonly kind: Found['kind']; readonly found: readonly Found[] }) {
  if (found.length === 0) return null
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{names[kind]}</h2>
      <ul className="found">
        {found.map(({ to, title, detail }) => (
          <li key={to}>
            <Link to={to}>{title}</Link> {detail && <span className="soft">{detail}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function NothingFound({ words }: { readonly words: string }) {
  return (
    <EmptyState title={words.trim().length < 2 ? 'Skriv minst to tegn' : 'Ingenting passet'}>
      Søk på firma, organisasjonsnummer, kundenummer, saksnummer, tilbud, ordre eller vare. Enkeltpersoner finner du i
      kundelisten.
    </EmptyState>
  )
}
