import { ButtonLink } from '#design'
import { pathIn, type Language } from '#languages'
import { withBasket, type Gathered } from '../basket.ts'
import { words } from './words.ts'

/** What has been gathered so far, and the way to send it. */
export function BasketLink({ basket, language }: { readonly basket: readonly Gathered[]; readonly language: Language }) {
  if (basket.length === 0) return null
  return (
    <ButtonLink href={withBasket(pathIn(language, '/foresporsel'), basket)}>
      {words[language].product.inBasket(basket.length)}
    </ButtonLink>
  )
}
