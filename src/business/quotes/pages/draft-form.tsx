import { Form, useNavigation } from 'react-router'
import type { Tier } from '#catalogue'
import { writtenMoment } from '#clock'
import { Button, Field, Insist, Notice, TextArea } from '#design'
import type { QuoteForDesk } from '../quote-for-desk.ts'
import type { TypedLine } from '../typed-lines.ts'
import { LineGrid } from './line-grid.tsx'

type Draft = {
  readonly draft: NonNullable<QuoteForDesk['draft']>
  readonly rows: readonly TypedLine[]
  readonly ladders: Readonly<Record<string, readonly Tier[]>>
  readonly typed: Readonly<Record<string, string>>
  readonly problems: Readonly<Record<string, string>>
  readonly canSend: boolean
}

/** What is being written: the lines, a few words, how long it stands. A plain form that the grid makes quicker. */
export function DraftForm({ draft, rows, ladders, typed, problems }: Draft) {
  const saving = useNavigation().state === 'submitting'
  const wrong = Object.keys(problems).some((name) => name !== 'act' && name !== 'version')
  return (
    <Form method="post" id="draft" className="stack" noValidate>
      {wrong && (
        <Notice kind="danger">
          <p>{problems.lines ?? 'Noe må rettes. Det er verken lagret eller sendt.'}</p>
        </Notice>
      )}
      <input type="hidden" name="version" value={problems.version ?? typed.version ?? draft.version} />
      <LineGrid rows={rows} ladders={ladders} problems={problems} />
      <div className="draft-terms">
        <TextArea
          name="intro"
          label="Noen ord til kunden"
          value={typed.intro ?? draft.intro}
          problem={problems.intro}
          rows={3}
          maxLength={4000}
        />
        <Field
          name="validUntil"
          type="date"
          label="Gjelder til og med"
          value={typed.validUntil ?? draft.valid_until}
          problem={problems.validUntil}
          required
        />
        <Field
          name="deliveryDays"
          inputMode="numeric"
          label="Arbeidsdager til levering"
          value={typed.deliveryDays ?? draft.delivery_days ?? ''}
          problem={problems.deliveryDays}
        />
      </div>
      <Insist problems={problems} typed={typed} />
      <div className="row">
        <Button name="act" value="save" variant="secondary">
          {saving ? 'Lagrer …' : 'Lagre utkast'}
        </Button>
        {draft.version > 1 && (
          <span className="small" role="status">
            Lagret {writtenMoment(draft.edited_at, 'nb')}
          </span>
        )}
        <span className="small soft">Tab går videre · Enter går ned · lim inn rader fra Excel · Ctrl-Enter lagrer</span>
      </div>
    </Form>
  )
}
