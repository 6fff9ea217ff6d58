import { use } from 'react'
import { isRouteErrorResponse, useLocation } from 'react-router'
import { ButtonLink } from '#design'
import { languageOf, pathIn, type Language } from '#languages'
import { TroubleContext } from './away.ts'
import { erased, saidOf } from './said.ts'
import { isUnsent, SignedOut } from './signed-out.tsx'

/** What went wrong and what to do, in the language of the page. Never what the program said to itself. */
export function ErrorPage({ error, language: framed }: { readonly error: unknown; readonly language?: Language }) {
  const path = useLocation().pathname
  const language = framed ?? languageOf(path)
  const trouble = use(TroubleContext)
  const status = isRouteErrorResponse(error) ? error.status : (trouble ?? 500)
  const said = (isRouteErrorResponse(error) && error.data === 'erased' ? erased : saidOf(status))[language]
  const desk = path.startsWith('/desk')
  const Place = framed ? 'div' : 'main'
  if (isRouteErrorResponse(error) && isUnsent(error.data))
    return (
      <Place className="error-page" id={framed ? undefined : 'main'}>
        <SignedOut unsent={error.data} language={language} signIn={desk ? '/desk/logg-inn' : pathIn(language, '/logg-inn')} />
      </Place>
    )
  return (
    <Place className="error-page" id={framed ? undefined : 'main'}>
      <title>{said.title}</title>
      <p className="soft figures">{status}</p>
      <h1>{said.title}</h1>
      <p className="lead">{said.text}</p>
      {status === 410 && path.startsWith(pathIn(language, '/logg-inn')) ? (
        <ButtonLink href={pathIn(language, '/logg-inn')}>{anew[language]}</ButtonLink>
      ) : (
        <ButtonLink variant="secondary" href={desk ? '/desk' : language === 'nb' ? '/' : '/en'}>
          {homeward[desk ? 'desk' : language]}
        </ButtonLink>
      )}
    </Place>
  )
}

// A link to sign in that is spent: the way to the next one.
const anew = { nb: 'Be om en ny lenke', en: 'Ask for a new link' }
const homeward = { nb: 'Til forsiden', en: 'To the front page', desk: 'Til skrivebordet' }
