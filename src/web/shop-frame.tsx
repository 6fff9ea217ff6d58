import type { ReactNode } from 'react'
import { readBasket, withBasket, type Gathered } from '#catalogue'
import type { Choice, Question } from '#cookies'
import { ButtonLink } from '#design'
import { languageOf, otherLanguage, pathIn, type Language } from '#languages'
import type { Controller } from '#merchant'
import type { Announced } from '#statement'
import { ChangeBanner } from './change-banner.tsx'
import { ChoiceBar } from './choice/choice-bar.tsx'
import { ChoiceFoot } from './choice/choice-foot.tsx'

export type ShopData = {
  readonly merchant: Controller
  readonly signedIn: boolean
  /** A change of the privacy statement that every page shows. */
  readonly change: Announced | undefined
  readonly choice: Choice
  /** What is asked about statistics these days, and whether this reader is asked. */
  readonly question: Question
  readonly asked: boolean
  /** After a yes: how long the page is open may be measured. */
  readonly measured: boolean
}

/** Head, page and foot. */
export function ShopFrame({
  merchant,
  signedIn,
  change,
  choice,
  question,
  asked,
  path,
  query = '',
  children,
}: ShopData & { readonly path: string; readonly query?: string; readonly children: ReactNode }) {
  const language = languageOf(path)
  const back = path + query
  const basket = readBasket(new URLSearchParams(query))
  return (
    <>
      <a className="ds-skip-link skip" href="#main">
        {words.skip[language]}
      </a>
      <ShopHead {...{ merchant, signedIn, path, basket, language }} />
      {change && <ChangeBanner change={change} language={language} />}
      <main className="site-main" id="main" tabIndex={-1}>
        {children}
      </main>
      {asked && <ChoiceBar who={merchant.legalName} {...{ question, back, language }} />}
      <ShopFoot {...{ merchant, choice, question, back, language }} />
    </>
  )
}

type Part = { readonly merchant: Controller; readonly language: Language }

type Head = Part & { readonly signedIn: boolean; readonly path: string; readonly basket: readonly Gathered[] }

/** Whoever looks elsewhere meanwhile has still gathered what they gathered. */
function ShopHead({ merchant, signedIn, path, basket, language }: Head) {
  const other = otherLanguage(path)
  return (
    <header className="site-head">
      <div>
        <a className="name" href={withBasket(language === 'nb' ? '/' : '/en', basket)}>
          {merchant.legalName.replace(/ (?:AS|ASA)$/, '')}
        </a>
        <nav aria-label={words.pages[language]}>
          {links.map(({ to, label }) => (
            <a
              key={to}
              href={withBasket(pathIn(language, to), basket)}
              aria-current={path.startsWith(pathIn(language, to)) ? 'page' : undefined}
            >
              {label[language]}
            </a>
          ))}
        </nav>
        <div className="asides">
          <span className="soft wide">{words.prices[language]}</span>
          <a href={withBasket(other.path, basket)} lang={other.language} hrefLang={other.language}>
            {words.other[language]}
          </a>
          <ButtonLink variant="secondary" href={pathIn(language, signedIn ? '/min-side' : '/logg-inn')}>
            {signedIn ? words.mine[language] : words.signIn[language]}
          </ButtonLink>
          {signedIn && (
            <form method="post" action={pathIn(language, '/logg-ut')}>
              <button className="leave">{words.signOut[language]}</button>
            </form>
          )}
        </div>
      </div>
    </header>
  )
}

type Foot = Part & { readonly choice: Choice; readonly question: Question; readonly back: string }

function ShopFoot({ merchant, choice, question, back, language }: Foot) {
  return (
    <footer className="site-foot">
      <div>
        <address>
          {merchant.legalName} · {words.number[language]}{' '}
          <span className="figures">{merchant.organisationNumber.replace(/(\d{3})(?=\d)/g, '$1\u00a0')}</span>
          {merchant.vatRegistered && ' MVA'}
          <br />
          {merchant.foretaksregistered && <>{words.registered[language]} · </>}
          {merchant.postalAddress}
          <br />
          <a href={`mailto:${merchant.email}`}>{merchant.email}</a> · {merchant.phone}
        </address>
        <ul>
          <li>
            <a href={pathIn(language, '/personvern')}>{words.privacy[language]}</a>
          </li>
          <li>
            <a href={pathIn(language, '/rettigheter')}>{words.rights[language]}</a>
          </li>
          <li>
            <a href={pathIn(language, '/registrer')}>{words.register[language]}</a>
          </li>
          <li>
            <a href="/desk">{words.staff[language]}</a>
          </li>
        </ul>
        <ChoiceFoot {...{ choice, question, back, language }} />
      </div>
    </footer>
  )
}

const links = [
  { to: '/produkter', label: { nb: 'Produkter', en: 'Products' } },
  { to: '/foresporsel', label: { nb: 'Spør oss', en: 'Ask us' } },
  { to: '/personvern', label: { nb: 'Personvern', en: 'Privacy' } },
]

const words = {
  skip: { nb: 'Hopp til innholdet', en: 'Skip to content' },
  pages: { nb: 'Sider', en: 'Pages' },
  prices: { nb: 'Priser eks. mva.', en: 'Prices excl. VAT' },
  other: { nb: 'English', en: 'Norsk' },
  signIn: { nb: 'Logg inn', en: 'Sign in' },
  signOut: { nb: 'Logg ut', en: 'Sign out' },
  mine: { nb: 'Min side', en: 'My page' },
  number: { nb: 'Org.nr.', en: 'Org. no.' },
  registered: { nb: 'Foretaksregisteret', en: 'Register of Business Enterprises' },
  privacy: { nb: 'Personvern og informasjonskapsler', en: 'Privacy and cookies' },
  rights: { nb: 'Bruk rettighetene dine', en: 'Use your rights' },
  register: { nb: 'Bli kunde', en: 'Become a customer' },
  staff: { nb: 'For ansatte', en: 'For staff' },
}
