import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { currentRevision } from '#consent'
import { ButtonLink } from '#design'
import { languageOf, pathIn, type Language } from '#languages'
import { asking } from '#purposes'
import { categories, categoryNames } from '../category.ts'
import { mostOrdered } from '../most-ordered.ts'
import { shelfCounts } from '../products.ts'
import { ProductCard } from './product-card.tsx'
import { QuoteForm } from './quote-form.tsx'
import shop from './shop.css?url'
import { count, words } from './words.ts'

export const links = () => [{ rel: 'stylesheet', href: shop }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const db = asking(context, 'deliver')
  const [most, shelves, revision] = await Promise.all([mostOrdered(db, 8), shelfCounts(db, ''), currentRevision(db)])
  const listed = [...shelves.values()].reduce((sum, each) => sum + each, 0)
  return { most, listed, shelves, revision, language: languageOf(request) }
}

export default function Front() {
  const { most, listed, shelves, revision, language } = useLoaderData<typeof loader>()
  const said = words[language].front
  return (
    <>
      <title>{said.title}</title>
      <section className="hero">
        <div>
          <h1>{said.headline}</h1>
          <p className="lead">{said.lead(count(listed, language))}</p>
          <div className="row">
            <ButtonLink href={pathIn(language, '/produkter')}>{said.see}</ButtonLink>
            <ButtonLink variant="secondary" href={pathIn(language, '/foresporsel')}>
              {said.ask}
            </ButtonLink>
          </div>
        </div>
        <QuoteForm language={language} revision={revision} />
      </section>
      {most.length > 0 && (
        <section>
          <div className="row headed">
            <h2>{said.most}</h2>
            <a href={pathIn(language, '/produkter')}>{said.all}</a>
          </div>
          <ul className="product-grid">
            {most.map((product) => (
              <ProductCard key={product.id} product={product} language={language} />
            ))}
          </ul>
        </section>
      )}
      <Shelves {...{ shelves, language }} />
    </>
  )
}

function Shelves({ shelves, language }: { readonly shelves: ReadonlyMap<string, number>; readonly language: Language }) {
  const filled = categoryNames.filter((category) => shelves.get(category))
  if (filled.length === 0) return null
  return (
    <section>
      <h2>{words[language].front.shelves}</h2>
      <ul className="shelves">
        {filled.map((category) => (
          <li key={category}>
            <a href={`${pathIn(language, '/produkter')}?hylle=${category}`}>
              {categories[category][language]} <span className="soft figures">{count(shelves.get(category) ?? 0, language)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
