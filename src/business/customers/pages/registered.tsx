import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { ButtonLink, PageTitle } from '#design'
import { languageOf, pathIn } from '#languages'
import { words } from './words.ts'

export function loader({ request }: LoaderFunctionArgs) {
  return { language: languageOf(request) }
}

export default function RegisteredPage() {
  const { language } = useLoaderData<typeof loader>()
  const said = words[language]
  return (
    <>
      <title>{said.thanks}</title>
      <PageTitle lead={said.thanksLead}>{said.thanks}</PageTitle>
      <p className="prose">{said.thanksMore}</p>
      <ButtonLink variant="secondary" href={pathIn(language, '/produkter')}>
        {said.toProducts}
      </ButtonLink>
    </>
  )
}
