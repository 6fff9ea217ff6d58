import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { now } from '#clock'
import { languageOf, type Language } from '#languages'
import { asking } from '#purposes'
import { writtenStatement } from './written-statement.tsx'
import sheet from './statement.css?url'
import { words } from './words.ts'

export const links = () => [{ rel: 'stylesheet', href: sheet }]

export function meta({ loaderData }: { readonly loaderData?: { readonly language: Language } }) {
  return [{ title: words[loaderData?.language ?? 'nb'].title }]
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const language = languageOf(request)
  const html = await writtenStatement(asking(context, 'deliver'), now(), language)
  if (html === undefined) throw data(words[language].notPublished, { status: 503 })
  return { language, html }
}

export default function Statement() {
  return <div className="statement" dangerouslySetInnerHTML={{ __html: useLoaderData<typeof loader>().html }} />
}
