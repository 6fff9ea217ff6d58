import { data, useLocation, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { now } from '#clock'
import { suppressionKey } from '#consent'
import { Button, Notice, PageTitle } from '#design'
import { dataDirectory } from '#files'
import { languageOf, pathIn } from '#languages'
import { asking, asPerson, type Subject } from '#purposes'
import { alsoInUse, objectionKey, objectToMarketing, readObjectionToken } from '#rights'

function whose(token: string | undefined): Subject {
  const subject = readObjectionToken(objectionKey(dataDirectory()), token ?? '')
  if (!subject) throw data(null, { status: 404 })
  return subject
}

/** Looking is not saying no: mail programs open the links of a letter before anybody reads it. */
export async function loader({ params }: LoaderFunctionArgs) {
  whose(params.token)
  return null
}

/** One step, no sign-in, no reason. A mail program's own button posts here too (RFC 8058), so no field of the form is asked for. */
export async function action({ context, params }: ActionFunctionArgs) {
  const subject = whose(params.token)
  const db = asking(context, 'rights_handling')
  const known = await asPerson(db, subject, (tx) => tx.selectFrom('person').select('id').executeTakeFirst())
  // Who was erased is on the list of addresses already, if they ever said no; there is nobody left to write to.
  if (known)
    await objectToMarketing(db, now(), subject, {
      scope: 'marketing',
      channel: 'link',
      alsoRecordedAs: await alsoInUse(asking(context, 'legal_obligation'), subject),
      suppressionKey: suppressionKey(dataDirectory()),
    })
  return data({ done: true })
}

export default function NoThanks({ actionData }: { readonly actionData?: { readonly done: boolean } }) {
  const language = languageOf(useLocation().pathname)
  const said = words[language]
  return (
    <div className="prose stack">
      <title>{actionData?.done ? said.done : said.title}</title>
      <PageTitle lead={actionData?.done ? undefined : said.lead}>{actionData?.done ? said.done : said.title}</PageTitle>
      {actionData?.done ? (
        <Notice kind="success">
          <p>{said.doneSays}</p>
        </Notice>
      ) : (
        <form method="post">
          <Button>{said.stop}</Button>
        </form>
      )}
      <p>
        <a href={pathIn(language, '/personvern')}>{said.statement}</a>
      </p>
    </div>
  )
}

const words = {
  nb: {
    title: 'Nei til reklame',
    lead: 'Trykk på knappen, så sender vi deg aldri mer reklame, i noen kanal. Du trenger ikke logge inn eller si hvorfor.',
    stop: 'Nei takk, ingen reklame',
    done: 'Det er gjort',
    doneSays: 'Du får ingen reklame fra oss, fra nå av. Brev om ordre, faktura og spørsmål du selv stiller, får du fortsatt.',
    statement: 'Les personvernerklæringen',
  },
  en: {
    title: 'No to advertising',
    lead: 'Press the button, and we never send you advertising again, in any channel. You need not sign in or say why.',
    stop: 'No thanks, no advertising',
    done: 'It is done',
    doneSays: 'You get no advertising from us from now on. Letters about orders, invoices and your own questions still come.',
    statement: 'Read the privacy statement',
  },
}
