import { useLocation, type LinksFunction, type LoaderFunctionArgs } from 'react-router'
import { requireCustomer } from '#auth'
import { now, writtenDay } from '#clock'
import { choices } from '#consent'
import { ButtonLink, Dates, Notice, PageTitle } from '#design'
import { inventory } from '#inventory'
import { languageOf, pathIn, type Language } from '#languages'
import { register } from '#processors'
import { asking, asPerson, type Subject } from '#purposes'
import { holdings, samePerson } from '#rights'
import { AlsoRecorded } from './also-recorded.tsx'
import { bought, type AllBought } from './bought.ts'
import { BoughtTables } from './bought-tables.tsx'
import { heldGroups, type Group } from './held-groups.ts'
import { HeldKinds } from './held-kinds.tsx'
import { ReceiptList } from './receipt-list.tsx'
import { ownEnd, type OwnEnd } from './own-end.ts'
import { ownReceipts, type OwnReceipt } from './receipts.ts'
import styles from './my-page.css?url'
import { groupWords, words } from './words.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

type Shown = {
  readonly groups: readonly Group[]
  readonly bought: AllBought
  readonly stopped: boolean
  readonly restricted: boolean
  readonly receipts: readonly OwnReceipt[]
  readonly end: OwnEnd
  readonly others: readonly Subject[]
}

/** Read under rights_handling with the person fixed: own rows only, not even a colleague's (promise 6-b). */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Shown> {
  const customer = requireCustomer(context)
  const language = languageOf(request)
  const others = (await samePerson(asking(context, 'legal_obligation'), customer)).filter((record) => !record.inArchive)
  return asPerson(asking(context, 'rights_handling'), customer, async (tx) => {
    const { objections, restrictions } = await choices(tx)
    const names = new Map((await register(tx)).map(({ id, name }) => [id, name]))
    return {
      groups: heldGroups(await holdings(tx, inventory), language, names),
      bought: await bought(tx, now(), language),
      receipts: await ownReceipts(tx, language),
      stopped: objections.some(({ liftedAt, scope }) => liftedAt === null && scope !== 'particular_situation'),
      restricted: restrictions.some(({ liftedAt }) => liftedAt === null),
      end: await ownEnd(tx, now(), customer, language),
      others,
    }
  })
}

export default function MyPage({
  loaderData: { groups, bought: papers, stopped, restricted, receipts, end, others },
}: {
  readonly loaderData: Shown
}) {
  const language = languageOf(useLocation().pathname)
  const said = words[language]
  return (
    <div className="my-page">
      <title>{said.title}</title>
      <PageTitle lead={said.lead}>{said.title}</PageTitle>
      <AlsoRecorded others={others} language={language} />
      <Ended end={end} language={language} />
      <FourButtons language={language} stopped={stopped} restricted={restricted} />
      {groups.map((group) => (
        <section key={group.name} id={group.name} aria-labelledby={`${group.name}-title`}>
          <h2 id={`${group.name}-title`}>{groupWords[group.name].title[language]}</h2>
          {group.kinds.length === 0 && <p className="soft">{groupWords[group.name].none[language]}</p>}
          {group.name === 'bought' && <BoughtTables bought={papers} language={language} />}
          {group.name === 'proof' && <ReceiptList receipts={receipts} language={language} />}
          <HeldKinds kinds={group.kinds} language={language} folded={['bought', 'proof'].includes(group.name)} />
        </section>
      ))}
      <Foot language={language} ended={end.endedAt !== undefined} />
    </div>
  )
}

function FourButtons({ language, stopped, restricted }: Pick<Shown, 'stopped' | 'restricted'> & { readonly language: Language }) {
  const said = words[language]
  const at = (path: string) => pathIn(language, `/min-side${path}`)
  return (
    <>
      {stopped && <Notice kind="success">{said.stopped}</Notice>}
      {restricted && (
        <Notice>
          <p>
            {said.restricted} <a href={at('/begrens')}>{said.restrictedWhat}</a>.
          </p>
        </Notice>
      )}
      <ul className="four">
        <li>
          <ButtonLink href="#who" variant="secondary">
            {said.change}
          </ButtonLink>
          <p>{said.changeSays}</p>
        </li>
        <li>
          <ButtonLink href={at('/last-ned')} variant="secondary">
            {said.download}
          </ButtonLink>
          <p>{said.downloadSays}</p>
        </li>
        <li>
          <ButtonLink href={at('/si-nei')} variant="secondary">
            {said.stop}
          </ButtonLink>
          <p>{said.stopSays}</p>
        </li>
        <li>
          <ButtonLink href={at('/slett')} variant="secondary">
            {said.erase}
          </ButtonLink>
          <p>{said.eraseSays}</p>
        </li>
      </ul>
      <MoreRights language={language} />
    </>
  )
}

/** The rights fewer use: one line each, and none further away than the others. */
function MoreRights({ language }: { readonly language: Language }) {
  const said = words[language]
  return (
    <nav aria-labelledby="more-rights" className="more-rights">
      <h2 id="more-rights">{said.moreRights}</h2>
      <ul>
        {moreRights.map(([path, name]) => (
          <li key={path}>
            <a href={pathIn(language, `/min-side${path}`)}>{said[name]}</a> <span className="soft">{said[`${name}Says`]}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const moreRights = [
  ['/begrens', 'restrict'],
  ['/protester', 'object'],
  ['/samtykker', 'withdraw'],
  ['/ta-med', 'takeAlong'],
] as const

/** What goes when stands here until the person themselves is gone. */
function Ended({ end: { endedAt, open, dates }, language }: { readonly end: OwnEnd; readonly language: Language }) {
  const said = words[language]
  if (endedAt === undefined) return null
  return (
    <section className="ds-card" aria-labelledby="ended">
      <h2 id="ended">
        {said.ended} {writtenDay(endedAt, language)}
      </h2>
      {open && <p>{said.endedOpen}</p>}
      <Dates dates={dates} />
    </section>
  )
}

function Foot({ language, ended }: { readonly language: Language; readonly ended: boolean }) {
  const said = words[language]
  return (
    <footer>
      {!ended && (
        <p>
          <a href={pathIn(language, '/min-side/avslutt')}>{said.endRelationship}</a>
        </p>
      )}
      <p className="soft">
        {said.complaint} <a href="https://www.datatilsynet.no">Datatilsynet</a>.
      </p>
    </footer>
  )
}
