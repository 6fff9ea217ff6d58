import { Button, Field, StatementLink, TextArea } from '#design'
import { pathIn, type Language } from '#languages'
import { words } from './words.ts'

/** The shortest way to a quote: what, and an e-mail address. Sent to the inquiry page, which answers. */
export function QuoteForm({ language, revision }: { readonly language: Language; readonly revision: number }) {
  const said = words[language].quote
  return (
    <form method="post" action={pathIn(language, '/foresporsel')} className="quote-form ds-card">
      <h2>{said.title}</h2>
      <input type="hidden" name="kind" value="quote_request" />
      <TextArea
        name="body"
        label={said.what}
        placeholder={said.example}
        rows={2}
        required
        maxLength={10_000}
        language={language}
      />
      <Field
        name="email"
        type="email"
        label={said.email}
        placeholder={said.emailExample}
        autoComplete="email"
        required
        maxLength={254}
        language={language}
      />
      <Field
        name="phone"
        type="tel"
        label={said.phone}
        hint={said.phoneHint}
        autoComplete="tel"
        maxLength={32}
        language={language}
      />
      <Button>{said.send}</Button>
      <p className="small soft">
        {said.use} <StatementLink revision={revision} language={language} />
      </p>
    </form>
  )
}
