import type { Condition } from '../google.ts'

/** What is missing before Google Analytics may be told, each with what to do about it; or that nothing is. */
export function GoogleConditions({ missing, on }: { readonly missing: readonly Condition[]; readonly on: boolean }) {
  if (missing.length === 0) return <p>{on ? 'Alt er på plass.' : 'Alt er på plass: Google Analytics kan slås på.'}</p>
  return (
    <>
      <p>
        {on
          ? 'Google Analytics er slått på, men ingenting sendes, for dette mangler:'
          : 'Google Analytics kan ikke slås på ennå. Dette mangler:'}
      </p>
      <ul>
        {missing.map((condition) => (
          <li key={condition}>
            <strong>{words[condition].lacks}</strong> {words[condition].todo(!missing.includes('record'))}
          </li>
        ))}
      </ul>
    </>
  )
}

type Their = { readonly there: boolean; readonly children: string }

/** Leads to Google's page in the register, once there is one. */
function TheirPage({ there, children }: Their) {
  return there ? <a href="/desk/leverandorer/google-analytics">{children}</a> : children
}

const words: Readonly<Record<Condition, { readonly lacks: string; readonly todo: (registered: boolean) => React.ReactNode }>> = {
  address: {
    lacks: 'Adressen og nøkkelen.',
    todo: () => (
      <>
        Driften setter <code>GOOGLE_ANALYTICS_URL</code> til{' '}
        <code className="hash">https://region1.google-analytics.com/mp/collect?measurement_id=G-…&amp;api_secret=…</code> og
        starter på nytt.
      </>
    ),
  },
  record: {
    lacks: 'Google i registeret.',
    todo: () => (
      <>
        <a href="/desk/leverandorer/ny">Før opp leverandøren</a> med kortnavnet <code>google-analytics</code>. Det setter også i
        gang neste versjon av erklæringen.
      </>
    ),
  },
  processor: { lacks: 'Rollen databehandler.', todo: () => 'Google må handle på vår instruks, ikke for egen regning.' },
  'purpose and fields': {
    lacks: 'Formål og felt.',
    todo: () => (
      <>
        Formålet er nettstatistikk, og feltene er <code>counter.measure</code> og <code>counter.value</code>.
      </>
    ),
  },
  agreement: {
    lacks: 'En undertegnet avtale.',
    todo: (registered) => (
      <>
        <TheirPage there={registered}>Arkiver databehandleravtalen</TheirPage> med dato og kontrollsum; den må dekke art. 28 nr. 3
        a til h.
      </>
    ),
  },
  'transfer ground': {
    lacks: 'Grunnlag for overføring ut av EØS.',
    todo: () => 'Avtalen er med Google i Irland, men Google bruker maskiner i USA.',
  },
  review: {
    lacks: 'Årets gjennomgang.',
    todo: (registered) => (
      <TheirPage there={registered}>Skriv ned hva dere fant om sikkerhet, underleverandører og sted.</TheirPage>
    ),
  },
  'settings at Google': {
    lacks: 'Innstillingene hos Google.',
    todo: (registered) => (
      <>
        Slå av datadeling, Google Signals og annonser, velg to måneders lagring, og{' '}
        <TheirPage there={registered}>skriv ned bekreftelsen</TheirPage>. Den gjelder ett år.
      </>
    ),
  },
  text: {
    lacks: 'Personvernerklæringen.',
    todo: () => (
      <>
        Teksten som gjelder i dag, nevner ikke Google. <a href="/desk/personvern/utkast">Gi utkastet en dag</a>; fra den dagen kan
        Google slås på.
      </>
    ),
  },
}
