import { writtenMoment } from '#clock'
import type { Notification } from './notification.ts'

/** The notice as text, to be read, printed or pasted into the form. What is not known yet says so. */
export function written(notice: Notification): string {
  const at = (iso: string | null) => (iso ? writtenMoment(new Date(iso), 'nb') : undefined)
  const { controller, discovered, period, persons } = notice
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    ['Avvik', `${notice.breach}, melding nr. ${notice.stage}`],
    ['Behandlingsansvarlig', `${controller.name}, org.nr. ${controller.organisationNumber}, ${controller.address}`],
    ['Kontakt', `${controller.contact}, ${controller.phone}`],
    ['Hovedårsak', notice.mainCause],
    ['Type brudd', notice.kinds.join('; ')],
    ['Periode', at(period.from) && `${at(period.from)} til ${at(period.until) ?? 'ikke avsluttet'}`],
    ['Oppdaget', `${at(discovered.at)}, av ${discovered.by}${discovered.supplier ? ` (${discovered.supplier})` : ''}`],
    ['Frist (72 timer)', at(notice.dueAt)],
    ['Antall berørte', `${persons.counted} funnet i loggene${persons.estimated === null ? '' : `, anslag ${persons.estimated}`}`],
    ['Forhold til de berørte', notice.relation],
    ['Slags opplysninger', notice.dataCategories.map(({ category, persons: count }) => `${category} (${count})`).join('; ')],
    ['Hva som skjedde', notice.whatHappened],
    ['Hvor opplysningene er nå', notice.whereTheDataAreNow],
    ['Risiko', notice.risk],
    ['Mulige følger', notice.consequences],
    ['Tiltak', notice.measures],
    ['Informasjon til de berørte', notice.informationToPersons],
  ]
  return `${lines.map(([label, text]) => `${label}:\n  ${text || 'Ikke kjent ennå; kommer i en senere melding.'}`).join('\n\n')}\n`
}
