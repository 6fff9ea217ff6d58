import { ButtonLink, Notice } from '#design'
import { pathIn, type Language } from '#languages'
import { words } from './words.ts'

/** It is done, and here is the proof. */
export function ReceiptNotice({
  title,
  children,
  href,
  language,
}: {
  readonly title: string
  readonly children: React.ReactNode
  readonly href: string
  readonly language: Language
}) {
  const said = words[language]
  return (
    <Notice kind="success" title={title}>
      {children}
      <p>{said.receiptSays}</p>
      <p className="row">
        <ButtonLink href={href} variant="secondary">
          {said.receipt}
        </ButtonLink>
        <a href={pathIn(language, '/personvern/logg')}>{said.check}</a>
      </p>
    </Notice>
  )
}
