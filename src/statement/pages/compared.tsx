import { Fragment } from 'react'
import { Tag } from '#design'
import type { Language } from '#languages'
import type { Change } from '../revisions/changes.ts'
import { compareWords } from '../revisions/compare-words.ts'

const words = {
  nb: {
    same: 'Ordene er de samme.',
    added: 'Ny setning',
    removed: 'Tatt ut',
    changed: 'Endret',
    material: 'vesentlig',
    editorial: 'bare ordlyd',
    key: 'Understreket er nytt. Overstrøket er tatt ut.',
  },
  en: {
    same: 'The words are the same.',
    added: 'New sentence',
    removed: 'Taken out',
    changed: 'Changed',
    material: 'material',
    editorial: 'wording only',
    key: 'Underlined is new. Struck out is gone.',
  },
} as const

type Clause = { readonly id: string; readonly number: string; readonly title: string }

/** Two versions beside each other, sentence by sentence under their clauses: what is new, what is gone, and how much it means. */
export function Compared({
  changed,
  clauses,
  language,
}: {
  readonly changed: readonly Change[]
  readonly clauses: readonly Clause[]
  readonly language: Language
}) {
  const said = words[language]
  if (changed.length === 0) return <p>{said.same}</p>
  return (
    <div className="compared">
      <p className="soft">{said.key}</p>
      {clauses.map(({ id, number, title }) => {
        const own = changed.filter((change) => change.id.startsWith(`${id}.`))
        if (own.length === 0) return null
        return (
          <section key={id} aria-label={title}>
            <h3>
              {number} {title}
            </h3>
            {own.map((change) => (
              <OneChange key={change.id} change={change} language={language} />
            ))}
          </section>
        )
      })}
    </div>
  )
}

function OneChange({ change: { id, kind, before, after }, language }: { readonly change: Change; readonly language: Language }) {
  const said = words[language]
  const what = before === undefined ? said.added : after === undefined ? said.removed : said.changed
  return (
    <article className="one-change" data-change={id}>
      <p className="small soft">
        {what}{' '}
        {kind && (
          <Tag state={kind} tone={kind === 'material' ? 'warning' : 'neutral'}>
            {said[kind]}
          </Tag>
        )}
      </p>
      <p>
        {before === undefined && <ins>{after}</ins>}
        {after === undefined && <del>{before}</del>}
        {before !== undefined &&
          after !== undefined &&
          compareWords(before, after).map(({ how, text }, at) => (
            <Fragment key={at}>{how === 'same' ? text : how === 'added' ? <ins>{text}</ins> : <del>{text}</del>}</Fragment>
          ))}
      </p>
    </article>
  )
}
