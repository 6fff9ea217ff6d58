import { data, Form, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireStaff, websiteOf } from '#auth'
import { now, writtenDay } from '#clock'
import { Button, EndLine, Notice, PageTitle, Select, type ShownEnd, Tag, WideTable } from '#design'
import { readForm } from '#http'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { writtenRules } from '#retention'
import { inviteStaff } from '../invite-staff.ts'
import { isRole, roleNames, roles } from '../roles.ts'
import { letGo, staffList, type Colleague } from '../staff-list.ts'
import { staffData } from '../personal-data.ts'

const keepers = ['host', 'privacy_officer'] as const

const form = z.discriminatedUnion('act', [
  z.object({ act: z.literal('invite'), role: z.string().refine(isRole) }),
  z.object({ act: z.literal('let go'), userId: z.string().min(1) }),
])

export async function loader({ context }: LoaderFunctionArgs) {
  const me = requireStaff(context, ...keepers)
  return { me: me.userId, colleagues: await staffList(asking(context, 'security')), kept: writtenRules(staffData) }
}

type Answer = { readonly link?: string; readonly problem?: string; readonly role?: string | undefined }

export async function action({ request, context }: ActionFunctionArgs) {
  const me = requireStaff(context, ...keepers)
  const read = await readForm(request, form)
  if (!read.ok) return data<Answer>({ role: 'Velg en rolle.' }, { status: 422 })
  const db = asking(context, 'security')
  if (read.value.act === 'invite') {
    const { path } = await inviteStaff(db, now(), read.value.role as never)
    return data<Answer>({ link: new URL(path, websiteOf(context)).href })
  }
  if (read.value.userId === me.userId) return data<Answer>({ problem: 'Du kan ikke ta fra deg selv tilgangen.' }, { status: 422 })
  const gone = await letGo(db, now(), read.value.userId)
  if (refused(gone)) return data<Answer>({ problem: 'Den ansatte står ikke i listen.' }, { status: 422 })
  return data<Answer>({})
}

type Props = {
  readonly loaderData: { readonly me: string; readonly colleagues: readonly Colleague[]; readonly kept: ShownEnd }
  readonly actionData?: Answer
}

export default function DeskStaff({ loaderData: { me, colleagues, kept }, actionData }: Props) {
  return (
    <div className="stack">
      <title>Ansatte</title>
      <PageTitle lead="Hvem som har tilgang, som hva, og siden når.">Ansatte</PageTitle>
      {actionData?.problem && <Notice kind="danger">{actionData.problem}</Notice>}
      {actionData?.link && (
        <Notice kind="success" title="Send denne lenken til den du inviterer">
          <p>
            <code>{actionData.link}</code>
          </p>
          <p>Den virker én gang, i tre dager, og vises bare nå.</p>
        </Notice>
      )}
      <WideTable name="Ansatte med rolle og status" data-border>
        <thead>
          <tr>
            <th scope="col">Navn</th>
            <th scope="col">Rolle</th>
            <th scope="col">Totrinn</th>
            <th scope="col">Taushetserklæring</th>
            <th scope="col">Tilgang</th>
          </tr>
        </thead>
        <tbody>
          {colleagues.map((colleague) => (
            <Row key={colleague.userId} colleague={colleague} mine={colleague.userId === me} />
          ))}
        </tbody>
      </WideTable>
      <EndLine end={kept} />
      <Invite problem={actionData?.role} />
    </div>
  )
}

function Row({ colleague, mine }: { readonly colleague: Colleague; readonly mine: boolean }) {
  const { userId, name, email, role, secondFactor, signedAt, leftAt } = colleague
  return (
    <tr>
      <td>
        {name}
        <br />
        <span className="soft">{email}</span>
      </td>
      <td>{roleNames[role].nb}</td>
      <td>{secondFactor ? <Tag state="kept">på</Tag> : <Tag state="stale">ikke fullført</Tag>}</td>
      <td>{signedAt ? writtenDay(signedAt, 'nb') : 'mangler'}</td>
      <td>
        {leftAt && `sluttet ${writtenDay(leftAt, 'nb')}`}
        {!leftAt && mine && 'deg'}
        {!leftAt && !mine && (
          <Form method="post">
            <input type="hidden" name="act" value="let go" />
            <input type="hidden" name="userId" value={userId} />
            <Button variant="tertiary" color="danger">
              Avslutt tilgangen<span className="unseen"> til {name}</span>
            </Button>
          </Form>
        )}
      </td>
    </tr>
  )
}

function Invite({ problem }: { readonly problem: string | undefined }) {
  return (
    <Form method="post" className="fields">
      <h2>Inviter en kollega</h2>
      <input type="hidden" name="act" value="invite" />
      <Select name="role" label="Rolle" problem={problem} required>
        {roles.map((role) => (
          <option key={role} value={role}>
            {roleNames[role].nb}
          </option>
        ))}
      </Select>
      <Button>Lag en lenke</Button>
    </Form>
  )
}
