import { data, useLocation, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireCustomer } from '#auth'
import { now, writtenDay } from '#clock'
import { Button, Checkbox, Notice, PageTitle } from '#design'
import { dataDirectory } from '#files'
import { readForm } from '#http'
import { inventory } from '#inventory'
import { languageOf, pathIn, type Language } from '#languages'
import { asking, asPerson, type For } from '#purposes'
import { writtenRule } from '#retention'
import { erasePerson, erasurePlan, keptForClaim, samePerson, tableWord, type Erased, type Step } from '#rights'
import styles from './my-page.css?url'
import { ReceiptNotice } from './receipt-notice.tsx'
import { ToldList, toldNames } from './told-list.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

const form = z.object({ sure: z.literal('yes'), notKept: z.literal('yes').optional() })

type Line = { readonly what: string; readonly rows: number; readonly law?: string }
type Told = { readonly gone: readonly Line[]; readonly kept: readonly Line[] }
type Loaded = Told & {
  readonly openOrders: readonly string[]
  readonly records: number
  /** Something of an earlier relationship lies in the locked archive, and goes too. */
  readonly inArchive: boolean
  /** They have demanded that it be kept for them, and must say which of the two they want. */
  readonly keptForThem: boolean
}

/** What will happen, before it happens. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Loaded> {
  const customer = requireCustomer(context)
  const legal = asking(context, 'legal_obligation')
  const also = await samePerson(legal, customer)
  const keptForThem = await keptForClaim(legal, customer)
  return asPerson(asking(context, 'rights_handling'), customer, async (tx) => ({
    ...told(await erasurePlan(tx, inventory), languageOf(request)),
    openOrders: await openOrders(tx),
    records: 1 + also.filter((record) => !record.inArchive).length,
    inArchive: also.some((record) => record.inArchive),
    keptForThem,
  }))
}

async function openOrders(tx: For<'rights_handling'>): Promise<string[]> {
  const rows = await tx
    .selectFrom('sales_order')
    .select('number')
    .where('delivered_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .execute()
  return rows.map(({ number }) => number)
}

function told(steps: readonly Step[], language: Language): Told {
  const what = ({ table }: Step) => tableWord(table, language)
  const law = ({ rule, until }: Step) =>
    (until ? `${words[language].until} ${writtenDay(until, language)}: ` : '') + writtenRule(rule, language)
  return {
    gone: steps.filter(({ erased }) => erased > 0).map((step) => ({ what: what(step), rows: step.erased })),
    kept: steps
      .filter(({ kept, detached, isPart }) => kept + detached > 0 && !isPart)
      .map((step) => ({ what: what(step), rows: step.kept + step.detached, law: law(step) })),
  }
}

type Answer = {
  /** Two rights at once: nothing was erased, and they are asked which. */
  readonly which?: boolean
  readonly done?: Told &
    Pick<Erased, 'receipt' | 'caseId' | 'answeredBy'> & {
      readonly recipients: readonly string[]
      readonly left: number
      readonly searched: Erased['residue']['searched']
    }
}

/** Refuses nothing; done when the answer is shown. The receipt is shown here, once, because afterwards there is nobody to send it to. */
export async function action({ request, context }: ActionFunctionArgs) {
  const customer = requireCustomer(context)
  const read = await readForm(request, form)
  if (!read.ok) return data<Answer>({}, { status: 422 })
  const legal = asking(context, 'legal_obligation')
  if (read.value.notKept === undefined && (await keptForClaim(legal, customer)))
    return data<Answer>({ which: true }, { status: 422 })
  const alsoRecordedAs = await samePerson(legal, customer)
  const order = { inventory, channel: 'my_page', alsoRecordedAs, folder: dataDirectory() } as const
  const {
    steps,
    residue,
    receipt,
    caseId,
    answeredBy,
    told: recipients,
  } = await erasePerson(asking(context, 'rights_handling'), now(), customer, order)
  return data<Answer>({
    done: {
      ...told(steps, languageOf(request)),
      recipients: toldNames(recipients, languageOf(request)),
      receipt,
      caseId,
      answeredBy,
      left: residue.left.length,
      searched: residue.searched,
    },
  })
}

export default function EraseMe({ loaderData, actionData }: { readonly loaderData: Loaded; readonly actionData?: Answer }) {
  const language = languageOf(useLocation().pathname)
  const said = words[language]
  if (actionData?.done) return <Done done={actionData.done} language={language} />
  const { openOrders: open, records, inArchive, keptForThem } = loaderData
  return (
    <div className="told">
      <title>{said.title}</title>
      <PageTitle lead={said.lead}>{said.title}</PageTitle>
      {open.length > 0 && (
        <Notice kind="warning" title={said.openTitle}>
          <p>{`${open.join(', ')}. ${said.open}`}</p>
        </Notice>
      )}
      {records > 1 && <p>{said.records(records)}</p>}
      {inArchive && <p>{said.inArchive}</p>}
      <Lines title={said.willGo} lines={loaderData.gone} language={language} />
      <Lines title={said.willStay} lines={loaderData.kept} language={language} />
      <p>{said.staysSays}</p>
      <form method="post" className="stack" noValidate>
        <input type="hidden" name="sure" value="yes" />
        {keptForThem && (
          <Checkbox
            name="notKept"
            label={said.notKept}
            hint={said.keptSays}
            problem={actionData?.which ? said.which : undefined}
            language={language}
            required
          />
        )}
        <Button color="danger">{said.button}</Button>
      </form>
      {actionData?.which && <p>{said.complaint}</p>}
      <p>
        <a href={pathIn(language, '/min-side')}>{said.back}</a>
      </p>
    </div>
  )
}

function Done({ done, language }: { readonly done: NonNullable<Answer['done']>; readonly language: Language }) {
  const said = words[language]
  return (
    <div className="told">
      <title>{said.done}</title>
      <PageTitle lead={said.doneLead}>{said.done}</PageTitle>
      <ReceiptNotice title={said.keepThis} href={`/personvern/kvittering/${done.receipt}`} language={language}>
        <p>{said.searched(done.searched)}</p>
        <p>{done.left === 0 ? said.nothingLeft : said.somethingLeft(writtenDay(done.answeredBy, language))}</p>
        <p className="small figures">
          {said.case} {done.caseId}
        </p>
      </ReceiptNotice>
      <ToldList names={done.recipients} language={language} />
      <Lines title={said.gone} lines={done.gone} language={language} />
      <Lines title={said.stayed} lines={done.kept} language={language} />
      <p>{said.staysSays}</p>
      <p>{said.complaint}</p>
    </div>
  )
}

function Lines({
  title,
  lines,
  language,
}: {
  readonly title: string
  readonly lines: readonly Line[]
  readonly language: Language
}) {
  const said = words[language]
  if (lines.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <div className="scrolls" tabIndex={0} role="region" aria-label={title}>
        <table className="ds-table">
          <thead>
            <tr>
              <th scope="col">{said.what}</th>
              <th scope="col" className="right">
                {said.count}
              </th>
              {lines[0]!.law !== undefined && <th scope="col">{said.law}</th>}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ what, rows, law }) => (
              <tr key={what}>
                <td>{what}</td>
                <td className="number">{rows}</td>
                {law !== undefined && <td>{law}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

const words = {
  nb: {
    title: 'Slett opplysningene mine',
    lead: 'Du trenger ikke si hvorfor. Dette skjer når du trykker på knappen nederst, med en gang, og det kan ikke angres.',
    openTitle: 'Du har en ordre som ikke er levert',
    open: 'Den blir levert til firmaet og fakturert, men vi kan ikke lenger spørre deg om den. Vil du vente til den er levert, eller avbestille, si fra til oss først.',
    records: (n: number) => `Du er registrert ${n} ganger med samme adresse. Alle blir slettet.`,
    inArchive: 'Noe ligger også i det låste kravarkivet, fra et tidligere kundeforhold. Det blir slettet med resten.',
    willGo: 'Dette blir borte',
    willStay: 'Dette må bli, uten deg',
    gone: 'Dette er borte',
    stayed: 'Dette måtte bli, uten deg',
    staysSays:
      'Ordre og bilag er firmaets. Koblingen til deg blir kuttet, og der navnet ditt står i en ordre, strykes det. Sikkerhetskopier er borte innen 30 dager.',
    notKept: 'De skal ikke lenger bevares for meg',
    keptSays: 'Du har krevd at opplysninger bevares for deg. Sletter du, er de borte.',
    which: 'Du har bedt om begge deler. Kryss av her hvis du vil slette.',
    button: 'Slett opplysningene mine',
    back: 'Nei, tilbake til Min side',
    what: 'Hva',
    count: 'Antall',
    law: 'Hvor lenge, og etter hvilken regel',
    until: 'Til',
    done: 'Du er slettet',
    doneLead: 'Du er også logget ut. Vi vet ikke lenger hvem du er.',
    keepThis: 'Ta vare på kvitteringen',
    searched: (s: { tables: number; columns: number }) =>
      `Etter slettingen lette vi straks etter deg i ${s.columns} kolonner i ${s.tables} tabeller.`,
    nothingLeft: 'Vi fant ingenting igjen. I natt leter vi gjennom hver tabell og hver fil. Da lukkes saken.',
    somethingLeft: (day: string) => `Noe må et menneske se på. Det blir gjort innen ${day}.`,
    case: 'Sak',
    complaint: 'Mener du at noe er galt? Du kan klage til Datatilsynet (datatilsynet.no) eller gå til domstolene.',
  },
  en: {
    title: 'Erase my data',
    lead: 'You need not say why. This happens when you press the button at the bottom, at once, and it cannot be undone.',
    openTitle: 'You have an order that is not delivered',
    open: 'It will be delivered to the company and invoiced, but we can no longer ask you about it. If you would rather wait for it, or cancel it, tell us first.',
    records: (n: number) => `You are recorded ${n} times with the same address. All of them will be erased.`,
    inArchive: 'Something also lies in the locked claims archive, from an earlier relationship. It is erased with the rest.',
    willGo: 'This will be gone',
    willStay: 'This must stay, without you',
    gone: 'This is gone',
    stayed: 'This had to stay, without you',
    staysSays:
      'Orders and vouchers are the company’s. Their link to you is cut, and where your name stands in an order it is struck out. Backups are gone within 30 days.',
    notKept: 'They need no longer be kept for me',
    keptSays: 'You have demanded that data be kept for you. If you erase, they are gone.',
    which: 'You have asked for both. Tick here if you want to erase.',
    button: 'Erase my data',
    back: 'No, back to My page',
    what: 'What',
    count: 'Rows',
    law: 'How long, and by which rule',
    until: 'Until',
    done: 'You are erased',
    doneLead: 'You are signed out too. We no longer know who you are.',
    keepThis: 'Keep the receipt',
    searched: (s: { tables: number; columns: number }) =>
      `After the erasure we looked for you at once in ${s.columns} columns of ${s.tables} tables.`,
    nothingLeft: 'We found nothing left. Tonight we search every table and every file. Then the case is closed.',
    somethingLeft: (day: string) => `Something must be looked at by a person. It will be done by ${day}.`,
    case: 'Case',
    complaint:
      'Do you think something is wrong? You can complain to Datatilsynet (datatilsynet.no), the Norwegian supervisory authority, or go to court.',
  },
}
