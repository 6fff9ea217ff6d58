import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { currentRevision } from '#consent'
import { ButtonLink } from '#design'
import { languageOf, pathIn, writtenNumber, type Language } from '#languages'
import { asking } from '#purposes'
import { readBasket, withBasket, type Gathered } from '../basket.ts'
import { categories, categoryNames } from '../category.ts'
import { mostOrdered } from '../most-ordered.ts'
import { shelfCounts } from '../products.ts'
import { ProductCard } from './product-card.tsx'
import { QuoteForm } from './quote-form.tsx'
import shop from './shop.css?url'
import { words } from './words.ts'

export const links = () => [{ rel: 'stylesheet', href: shop }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const db = asking(context, 'deliver')
  const [most, shelves, revision] = await Promise.all([mostOrdered(db, 8), shelfCounts(db, ''), currentRevision(db)])
  const listed = [...shelves.values()].reduce((sum, each) => sum + each, 0)
  const basket = readBasket(new URL(request.url).searchParams)
  return { most, listed, shelves, revision, basket, language: languageOf(request) }
}

export default function Front() {
  const { most, listed, shelves, revision, basket, language } = useLoaderData<typeof loader>()
  const said = words[language].front
  const to = (page: string) => withBasket(pathIn(language, page), basket)
  return (
    <>
      <title>{said.title}</title>
      <section className="hero">
        <div>
          <h1>{said.headline}</h1>
          <p className="lead">{said.lead(writtenNumber(listed, language))}</p>
          <div className="row">
            <ButtonLink href={to('/produkter')}>{said.see}</ButtonLink>
            <ButtonLink variant="secondary" href={to('/foresporsel')}>
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
            <a href={to('/produkter')}>{said.all}</a>
          </div>
          <ul className="product-grid">
            {most.map((product) => (
              <ProductCard key={product.id} {...{ product, language, basket }} />
            ))}
          </ul>
        </section>
      )}
      <Shelves {...{ shelves, basket, language }} />
    </>
  )
}

type Shelved = {
  readonly shelves: ReadonlyMap<string, number>
  readonly basket: readonly Gathered[]
  readonly language: Language
}

function Shelves({ shelves, basket, language }: Shelved) {
  const filled = categoryNames.filter((category) => shelves.get(category))
  if (filled.length === 0) return null
  return (
    <section>
      <h2>{words[language].front.shelves}</h2>
      <ul className="shelves">
        {filled.map((category) => (
          <li key={category}>
            <a href={withBasket(`${pathIn(language, '/produkter')}?hylle=${category}`, basket)}>
              {categories[category][language]}{' '}
              <span className="soft figures">{writtenNumber(shelves.get(category) ?? 0, language)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
