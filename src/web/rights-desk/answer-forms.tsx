import { Form } from 'react-router'
import { Button, Checkbox, Select, TextArea } from '#design'
import { groundNames, grounds } from '#disclosure'
import { codeWord, kinds } from '#rights'
import type { Answer, Shown } from './desk-claim.tsx'

type Given = { readonly shown: Shown; readonly answer: Answer | undefined }

/** What can be answered now, the simplest first. */
export function AnswerForms({ shown, answer }: Given) {
  const { claim, known, safe, person } = shown
  if (claim.kind === 'unclear')
    return (
      <>
        <Triage />
        <AboutAnother />
      </>
    )
  const download = claim.kind === 'access' || claim.kind === 'portability'
  return (
    <section className="stack">
      <h2>Svar</h2>
      {download && known && safe && <OneButton act="ready" label="Gjør klart og send lenken" says={readySays} />}
      {claim.kind === 'erasure' && known && person && <Erase />}
      {!person && <OneButton act="nothing" label="Vi har ingenting" says={nothingSays} />}
      <Written shown={shown} answer={answer} />
      <Refuse answer={answer} />
      <AboutAnother />
    </section>
  )
}

const readySays = 'Pakken lages når personen henter den, bak en lenke som virker i 30 dager. Den sendes aldri som vedlegg.'
const nothingSays = 'Søker gjennom hele databasen etter adressen først. Finnes noe, blir svaret ikke sendt.'

function OneButton({ act, label, says }: { readonly act: string; readonly label: string; readonly says: string }) {
  return (
    <Form method="post" className="ds-card stack">
      <p>{says}</p>
      <div>
        <Button name="act" value={act}>
          {label}
        </Button>
      </div>
    </Form>
  )
}

function Triage() {
  return (
    <section className="stack">
      <h2>Hva er dette?</h2>
      <Form method="post" className="ds-card stack">
        <input type="hidden" name="act" value="triage" />
        <Select name="kind" label="Det er et krav om" required hint="Er du i tvil, velger du det som gir personen mest.">
          {kinds
            .filter((kind) => kind !== 'unclear')
            .map((kind) => (
              <option key={kind} value={kind}>
                {codeWord(kind, 'nb')}
              </option>
            ))}
        </Select>
        <Button>Lagre</Button>
      </Form>
      <Form method="post" className="row">
        <input type="hidden" name="act" value="not a claim" />
        <Button variant="secondary" name="why" value="an ordinary inquiry">
          En vanlig forespørsel
        </Button>
        <Button variant="secondary" name="why" value="unwanted mail">
          Uønsket post
        </Button>
      </Form>
    </section>
  )
}

function Erase() {
  return (
    <details className="ds-card">
      <summary>Slett nå</summary>
      <Form method="post" className="stack">
        <p className="small">
          Alt om personen slettes, bilag står, og det kan ikke angres. En åpen ordre leveres til firmaet uten kontaktperson.
        </p>
        <Button color="danger" name="act" value="erase">
          Slett personen
        </Button>
      </Form>
    </details>
  )
}

function Written({ shown: { safe, claim, known }, answer }: Given) {
  const field = (name: string) => ({ name, value: answer?.typed?.[name], problem: answer?.problems?.[name] })
  const where =
    claim.kind === 'question'
      ? 'Sendes til den som spurte. Skriv ingenting om personen selv.'
      : !known
        ? 'Kan sendes når vi vet hvem det er.'
        : safe
          ? 'Sendes til den registrerte adressen, med klageadgang og signatur under.'
          : 'Det finnes ingen trygg e-postadresse. Svaret føres her; skriv det ut og send det i brev.'
  return (
    <Form method="post" className="ds-card stack" noValidate>
      <input type="hidden" name="act" value="answer" />
      <TextArea
        {...field('text')}
        label="Svaret"
        hint={`${where} Si hva som er gjort, hva som må bli, etter hvilken lov og til hvilken dato.`}
        rows={6}
        required
        maxLength={8_000}
      />
      <TextArea
        {...field('pending')}
        label="Står igjen hos andre"
        hint="En linje for hver. De følges opp her til de er gjort, og da får personen beskjed."
        rows={2}
      />
      <Checkbox
        name="relevant"
        checked={answer?.typed?.relevant === 'yes'}
        label="Saken inneholder bare det som er relevant og nødvendig"
        problem={answer?.problems?.relevant}
        required
      />
      <Button>Send svaret</Button>
    </Form>
  )
}

function Refuse({ answer }: { readonly answer: Answer | undefined }) {
  return (
    <details className="ds-card" open={answer?.problems !== undefined && answer.typed?.act === 'refuse'}>
      <summary>Avslå helt eller delvis</summary>
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="act" value="refuse" />
        <Select name="how" label="Hva foreslår du" required value={answer?.typed?.how} problem={answer?.problems?.how}>
          <option value="refuse_partly">Delvis avslag</option>
          <option value="refuse">Avslag</option>
        </Select>
        <TextArea
          name="reasons"
          label="Begrunnelse, med fakta i saken"
          hint="Sendes til personen som den står, når en annen har godkjent den. Ingen får avslag automatisk."
          value={answer?.typed?.reasons}
          problem={answer?.problems?.reasons}
          rows={4}
          required
        />
        <Button variant="secondary">Foreslå</Button>
      </Form>
    </details>
  )
}

/** A colleague or the boss asks: the desk says what would have to be there, and that it is not (promise 6-b). */
function AboutAnother() {
  return (
    <details className="ds-card">
      <summary>Spør om en annen enn seg selv</summary>
      <Form method="post" className="stack">
        <p>
          Kolleger, ledere og arbeidsgiveren har ikke krav på noe om andre, og ikke på å få vite om vi har noe. Å gi ut noe krever
          én av fire grunner, og ingen av dem er vist i saken:
        </p>
        <ul>
          {groundNames.map((name) => (
            <li key={name}>{grounds[name].label}</li>
          ))}
        </ul>
        <p className="small">
          Viser de til en av dem, begynner du en sak under <a href="/desk/utlevering/ny">Utlevering</a>. Har de fullmakt fra
          personen, kobler du saken til personen i stedet.
        </p>
        <p className="small">Svaret er det samme enten vi kjenner personen eller ikke, og sier hvor de kan klage.</p>
        <div>
          <Button name="act" value="another">
            Svar at vi ikke gir ut noe
          </Button>
        </div>
      </Form>
    </details>
  )
}
