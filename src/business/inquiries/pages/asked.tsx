import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { now, writtenDay } from '#clock'
import { ButtonLink, PageTitle } from '#design'
import { languageOf, pathIn } from '#languages'
import { answerBy } from '../answer-by.ts'
import { words } from './words.ts'

export function loader({ request }: LoaderFunctionArgs) {
  const number = new URL(request.url).searchParams.get('nr') ?? ''
  const language = languageOf(request)
  return { number: /^F-\d{4}-\d{5,}$/.test(number) ? number : undefined, day: writtenDay(answerBy(now()), language), language }
}

export default function AskedPage() {
  const { number, day, language } = useLoaderData<typeof loader>()
  const said = words[language]
  return (
    <>
      <title>{said.thanks}</title>
      <PageTitle lead={number && said.number(number)}>{said.thanks}</PageTitle>
      <p className="prose">{said.answer(day)}</p>
      <ButtonLink variant="secondary" href={pathIn(language, '/produkter')}>
        {said.back}
      </ButtonLink>
    </>
  )
}
