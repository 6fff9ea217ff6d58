import { writtenDay } from '#clock'
import { Notice } from '#design'
import type { Recipient } from '#processors'
import type { StandingHere } from './standing-here.ts'

/** Whether anything goes there; if not, each thing that is in the way, with where it is done. */
export function SupplierStanding({
  supplier: { role, endedAt },
  standing,
  signed,
}: {
  readonly supplier: Recipient
  readonly standing: StandingHere
  /** It needs no agreement, or has one that holds. */
  readonly signed: boolean
}) {
  if (role === 'own_module')
    return <Notice>En del av dette systemet. Ingenting sendes dit, og ingen utenfor huset får noe.</Notice>
  if (endedAt) return <Notice>Avsluttet {writtenDay(endedAt, 'nb')}. Det de har, blir fortsatt bedt slettet.</Notice>
  if (standing === 'active') return null
  return (
    <Notice kind="warning" title="Får ingenting ennå">
      <ul>
        {standing === 'announced' && (
          <li>
            Erklæringen som gjelder, nevner dem ikke. De står i <a href="/desk/personvern/utkast">utkastet til neste versjon</a>,
            som må publiseres og få en dag.
          </li>
        )}
        {!signed && <li>Det trengs en undertegnet avtale som dekker hele art. 28(3). Før den under.</li>}
      </ul>
    </Notice>
  )
}
