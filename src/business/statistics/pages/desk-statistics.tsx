import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { requireStaff } from '#auth'
import { now } from '#clock'
import { ButtonLink, EmptyState, PageTitle } from '#design'
import { asking } from '#purposes'
import { FiguresShown } from './figures-shown.tsx'
import { PeriodForm } from './period-form.tsx'
import { shown } from './shown.ts'
import styles from './statistics.css?url'

export const links = () => [{ rel: 'stylesheet', href: styles }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { role } = requireStaff(context, 'marketer', 'salesperson', 'privacy_officer', 'host')
  const figures = await shown(asking(context, 'web_statistics'), new URL(request.url).searchParams, now(), 'nb')
  return { ...figures, mayChange: role === 'host' || role === 'privacy_officer' }
}

export default function DeskStatistics() {
  const figures = useLoaderData<typeof loader>()
  const { range, step, mayChange } = figures
  return (
    <>
      <title>Statistikk</title>
      <PageTitle
        lead={figures.period}
        actions={
          <>
            {mayChange && (
              <ButtonLink variant="tertiary" href="/desk/statistikk/oppsett">
                Oppsett
              </ButtonLink>
            )}
            <ButtonLink variant="secondary" href={`/desk/statistikk.csv?fra=${range.from}&til=${range.to}&per=${step}`}>
              Last ned CSV
            </ButtonLink>
          </>
        }
      >
        Statistikk
      </PageTitle>
      <PeriodForm shown={figures} />
      {figures.any ? <FiguresShown shown={figures} /> : <NothingShown threshold={figures.threshold} />}
    </>
  )
}

function NothingShown({ threshold }: { readonly threshold: number }) {
  return (
    <EmptyState title="Ingen tall for denne perioden">
      Sidene telles fra første besøk, og en dag vises når den er over. Et tall under {threshold} vises aldri, så et stille
      nettsted kan trenge en lengre periode.
    </EmptyState>
  )
}
