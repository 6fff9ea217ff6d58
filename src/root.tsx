import { use, type ReactNode } from 'react'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useMatches, type LinksFunction } from 'react-router'
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url'
import { languageOf } from '#languages'
import styles from './platform/design/design.css?url'
import { ErrorPage } from './web/error-page.tsx'
import { NonceContext } from './web/nonce.ts'
import web from './web/web.css?url'

export const links: LinksFunction = () => [
  ...[inter, serif].map((href) => ({ rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' as const, href })),
  { rel: 'stylesheet', href: styles },
  { rel: 'stylesheet', href: web },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

/** The document. Scripts come with a layout that asks for them (`handle.hydrates`): the desk's alone. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const nonce = use(NonceContext)
  const language = languageOf(useLocation().pathname)
  const hydrates = useMatches().some((match) => (match.handle as { hydrates?: boolean } | undefined)?.hydrates)
  return (
    <html lang={language} data-color-scheme="auto" data-size="sm">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {hydrates && <ScrollRestoration nonce={nonce} />}
        {hydrates && <Scripts nonce={nonce} />}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary({ error }: { readonly error: unknown }) {
  return <ErrorPage error={error} />
}
