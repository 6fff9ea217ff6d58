/** Which text applied when the form was filled in (promise 0-h). Stands at every form that takes personal data. */
export function StatementLink({ revision, language = 'nb' }: { readonly revision: number; readonly language?: 'nb' | 'en' }) {
  return language === 'nb' ? (
    <a className="ds-link" href="/personvern">
      Personvern, versjon {revision}
    </a>
  ) : (
    <a className="ds-link" href="/en/privacy">
      Privacy, version {revision}
    </a>
  )
}
