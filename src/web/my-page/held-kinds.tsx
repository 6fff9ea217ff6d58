import { pathIn, type Language } from '#languages'
import { WideTable } from '#design'
import type { Held, Kind, Thing } from './held-groups.ts'
import { words } from './words.ts'

type Props = { readonly kinds: readonly Kind[]; readonly language: Language; readonly folded?: boolean }

/** Tables of values; `folded` where there are many that few will read. */
export function HeldKinds({ kinds, language, folded = false }: Props) {
  if (kinds.length === 0) return null
  const all = kinds.map((kind) => <HeldKind key={kind.title} kind={kind} language={language} />)
  if (!folded) return <>{all}</>
  return (
    <details className="folded">
      <summary>{words[language].details}</summary>
      {all}
    </details>
  )
}

function HeldKind({ kind: { title, things, more, inLines }, language }: { readonly kind: Kind; readonly language: Language }) {
  return (
    <div className="kind">
      <h3>{title}</h3>
      {inLines && <InLines things={things} title={title} language={language} />}
      {!inLines && things.map((thing, at) => <HeldThing key={at} thing={thing} language={language} />)}
      {more > 0 && (
        <p className="soft">
          + {more}: {words[language].more}
        </p>
      )}
    </div>
  )
}

/** A table of them, and beneath it once what is the same for all: what for, from where, until when. */
function InLines({ things, title, language }: Pick<Kind, 'things' | 'title'> & { readonly language: Language }) {
  const labels = [...new Set(things.flatMap(({ values }) => values.map(({ label }) => label)))]
  const columns = [...new Map(things.flatMap(({ values }) => values.map((value) => [value.label, value]))).values()]
  return (
    <>
      <WideTable name={title}>
        <thead>
          <tr>
            <th scope="col">{words[language].when}</th>
            <th scope="col">{words[language].ends}</th>
            {labels.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {things.map(({ when, ends, values }, at) => (
            <tr key={at}>
              <td className="figures">{when}</td>
              <td className="figures">{ends || '–'}</td>
              {labels.map((label) => (
                <td key={label}>{values.find((value) => value.label === label)?.value ?? '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
      <details className="folded">
        <summary>{words[language].whatFor}</summary>
        {columns.map((held) => (
          <div key={held.label}>
            <h4>{held.label}</h4>
            <Why {...held} until={held.rule} language={language} />
          </div>
        ))}
      </details>
    </>
  )
}

function Why({ purpose, from, until, language }: Pick<Held, 'purpose' | 'from' | 'until'> & { readonly language: Language }) {
  const said = words[language]
  return (
    <dl>
      <dt>{said.purpose}</dt>
      <dd>{purpose}</dd>
      <dt>{said.from}</dt>
      <dd>{from}</dd>
      <dt>{said.until}</dt>
      <dd>{until}</dd>
    </dl>
  )
}

function HeldThing({ thing: { title, when, ends, values }, language }: { readonly thing: Thing; readonly language: Language }) {
  return (
    <div className="thing">
      {(title || when || ends) && (
        <p className="soft small figures">
          {[title, when, ends && `${words[language].ends.toLowerCase()} ${ends}`].filter(Boolean).join(' · ')}
        </p>
      )}
      {values.map((value) => (
        <HeldValue key={value.label} held={value} language={language} />
      ))}
    </div>
  )
}

// A letter's first words say which letter it is.
function begun(value: string): string {
  return value.length > 160 ? `${value.slice(0, 120).replace(/\s+/g, ' ')} …` : value
}

function HeldValue({
  held: { label, value, purpose, from, until, field },
  language,
}: {
  readonly held: Held
  readonly language: Language
}) {
  const said = words[language]
  return (
    <details className="held">
      <summary>
        <span className="soft">{label}</span> <span className="value">{begun(value)}</span>
      </summary>
      {value !== begun(value) && <p className="value">{value}</p>}
      <Why {...{ purpose, from, until, language }} />
      {field && (
        <p>
          <a href={pathIn(language, `/min-side/rett/${field}`)}>
            {said.correct} {label.toLowerCase()}
          </a>
        </p>
      )}
    </details>
  )
}
