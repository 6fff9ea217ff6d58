import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { now } from '#clock'
import { EmptyState, PageTitle } from '#design'
import { languageOf } from '#languages'
import { asking } from '#purposes'
import { statisticsSettings } from '../settings.ts'
import { FiguresShown } from './figures-shown.tsx'
import { PeriodForm } from './period-form.tsx'
import { shown } from './shown.ts'
import styles from './statistics.css?url'

export const links = () => [{ rel: 'stylesheet', href: styles }]

const words = {
  nb: {
    title: 'Besøk på nettstedet',
    nothing: 'Ingen tall for denne perioden',
    try: 'Velg en lengre periode. Små tall vises aldri.',
  },
  en: {
    title: 'Visits to the site',
    nothing: 'No figures for this period',
    try: 'Choose a longer period. Small counts are never shown.',
  },
} as const

/** The merchant's figures for anybody, when the merchant wishes: the same released cells as at the desk. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const db = asking(context, 'web_statistics')
  if (!(await statisticsSettings(db)).public) throw data(null, { status: 404 })
  return shown(db, new URL(request.url).searchParams, now(), languageOf(request))
}

export default function Statistics() {
  const figures = useLoaderData<typeof loader>()
  const said = words[figures.language]
  return (
    <>
      <title>{said.title}</title>
      <PageTitle lead={figures.period}>{said.title}</PageTitle>
      <PeriodForm shown={figures} />
      {figures.any ? <FiguresShown shown={figures} /> : <EmptyState title={said.nothing}>{said.try}</EmptyState>}
    </>
  )
}
