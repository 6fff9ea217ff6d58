export type ShownMayDo = { readonly may: boolean; readonly what: string; readonly why: string }

/** What may be done with somebody, and why; it is decided elsewhere, and comes in words. */
export function MayDo({ name, answers }: { readonly name: string; readonly answers: readonly ShownMayDo[] }) {
  return (
    <section className="ds-card may-do">
      <h2>Hva du kan gjøre med {name}</h2>
      <ul>
        {answers.map(({ may, what, why }) => (
          <li key={what}>
            <span aria-hidden="true">{may ? '✓' : '✕'}</span> <span className="unseen">{may ? 'kan' : 'kan ikke'} </span>
            {what}: <span className="small">{why}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
