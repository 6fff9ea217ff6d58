/** Everything that happens by itself, in one table. Times are UTC. What is not here does not happen. */
import { type Jobs, openJobs, runJobs, type Task } from '#jobs'
import { writeLetters } from '#breach'
import { tellOfSource } from '#customers'
import { writeNotice } from '#disclosure'
import { watchSessions } from '#operators'
import { takeSnapshot } from '#records'
import { protocolNow } from './web/records-desk/protocol-now.ts'
import { controller, signature } from '#merchant'
import { sendMail } from '#mail'
import { deleteLapsed } from '#backup'
import { copyLog, evidenceKey, seal, witness } from '#evidence'
import { inventory } from '#inventory'
import { closeOffDue, endInactive, tellSuppliersOfEnds } from '#relationship'
import { followUpInstructions, sendInstruction } from '#processors'
import { sweep } from '#retention'
import { dropOld } from '#ledger'
import { carryOut } from '#restore'
import { drawSample } from '#inquiries'
import { probeMailbox, readMailbox } from '#intake'
import { liftAnnounced, searchEverything, warnOfDeadlines } from '#rights'
import { privacyAddresses } from '#staff'
import { everyNight, followRegister, nightly, takeEffect, tellOfRevisions } from '#statement'
import { rollUp } from '#statistics'
import { backUp } from './backups/back-up.ts'
import { canary } from './canary/canary.ts'
import { lookForTheErased } from './canary/look-for-the-erased.ts'
import { tidyUp } from './canary/tidy-up.ts'
import { drill } from './backups/drill.ts'
import { placeOf } from './opening/place-of.ts'
import { scanSite } from './scan/scan-site.ts'
import { activateNamed, office, postOf, type Surroundings, supplierPost, type Working } from './working.ts'
import { testsOfThisBuild } from './opening/tests-of-this-build.ts'

export const tasks: readonly Task<Working>[] = [
  {
    name: 'send-mail',
    says: {
      nb: 'sender brev som er skrevet, og prøver igjen til e-posttjeneren har tatt imot',
      en: 'sends letters that were written, again until the mail server takes them',
    },
    run: ({ post, now }, { accountId, mailId }) => sendMail(post, now(), String(accountId), String(mailId)),
  },
  {
    name: 'send-instruction',
    says: {
      nb: 'ber en leverandør slette eller rette, og prøver igjen til den har tatt imot',
      en: 'asks a supplier to delete or correct, again until it has received it',
    },
    run: (working, { instructionId, reminder }) =>
      sendInstruction(supplierPost(working), working.now(), String(instructionId), reminder === true),
  },
  {
    name: 'disclosure-notice',
    says: {
      nb: 'skriver til den som har fått noe utlevert, om at det er rettet, slettet eller begrenset',
      en: 'writes to whoever something was disclosed to that it was corrected, erased or restricted',
    },
    run: async ({ house, publicUrl, now }, notice) => {
      const db = house.for('legal_obligation')
      const merchant = await controller(db)
      await writeNotice(db, now(), notice, (language) => signature(merchant, language, publicUrl))
    },
  },
  {
    name: 'follow-up-instructions',
    says: {
      nb: 'purrer på leverandører, sier fra når en ikke svarer, og ber om det de har beholdt etter lov når fristen er ute',
      en: 'reminds suppliers, tells when one does not answer, and asks for what they kept by law when its day has come',
    },
    schedule: '23 5 * * *',
    run: (working) => followUpInstructions(supplierPost(working), working.now()),
  },
  {
    name: 'follow-register',
    says: {
      nb: 'skriver utkast til erklæringen når registeret over mottakere er endret; først når den gjelder, får en ny mottaker noe',
      en: 'drafts the statement when the register of recipients has changed; only once it applies does a new one receive anything',
    },
    run: async ({ house, now }) => {
      await followRegister(house.owner, house.for('legal_obligation'), now())
      await activateNamed(house, now())
    },
  },
  {
    name: 'seal',
    says: {
      nb: 'forsegler bevisloggen når noen venter på en kvittering',
      en: 'seals the evidence log when somebody waits for a receipt',
    },
    run: async ({ house, now }) => {
      await seal(house.owner, now(), evidenceKey(house.dataDir))
      await copyLog(house.owner, now(), house.dataDir)
    },
  },
  {
    name: 'backup',
    says: {
      nb: 'tar en kryptert sikkerhetskopi, leser den tilbake, og sletter dem som er 30 dager gamle',
      en: 'takes an encrypted backup, reads it back, and deletes those that are 30 days old',
    },
    schedule: '7 0 * * *',
    run: async ({ house, now }) => {
      const { ownerUrl, owner, dataDir } = house
      await backUp({ ownerUrl, owner, dataDir }, now())
      const lapsed = deleteLapsed(dataDir, now())
      if (lapsed.length > 0) await witness(owner, now(), { kind: 'backups lapsed', body: { files: lapsed.length } })
    },
  },
  {
    name: 'end-relationships',
    says: {
      nb: 'avslutter kundeforhold som har vært stille i 24 måneder, og sletter dem som sluttet for 30 dager siden; dialogen låses i arkivet for krav',
      en: 'ends relationships that have been silent for 24 months, and deletes whoever ended 30 days ago; the dialogue is locked in the archive for claims',
    },
    schedule: '12 0 * * *',
    run: async ({ house, now }) => {
      const legal = house.for('legal_obligation')
      const rights = house.for('rights_handling')
      await endInactive(legal, now())
      // Afterwards nobody knows by what the suppliers know them.
      await tellSuppliersOfEnds({ legal, rights }, now())
      await closeOffDue({ legal, rights }, inventory, now())
    },
  },
  {
    name: 'tell-suppliers-of-ends',
    says: {
      nb: 'ber leverandører slette det de har om dem som ikke er kunder lenger',
      en: 'asks suppliers to delete what they hold about those who are no longer customers',
    },
    run: ({ house, now }) =>
      tellSuppliersOfEnds({ legal: house.for('legal_obligation'), rights: house.for('rights_handling') }, now()),
  },
  {
    name: 'delete-overdue',
    says: {
      nb: 'sletter det som har nådd slutten av lagringstiden sin',
      en: 'deletes what has reached the end of its retention period',
    },
    schedule: '42 0 * * *',
    run: ({ house, now }) => sweep({ legal: house.for('legal_obligation'), security: house.for('security') }, inventory, now()),
  },
  {
    name: 'take-effect',
    says: {
      nb: 'setter i verk det en ny versjon av personvernerklæringen sier, den dagen den gjelder fra',
      en: 'puts into practice what a new version of the privacy statement says, on the day it applies from',
    },
    // Midnight in Oslo, in summer and in winter.
    schedule: '0 22,23 * * *',
    run: async ({ house, now }) => {
      await takeEffect(house.owner, now())
      await activateNamed(house, now())
    },
  },
  {
    name: 'tell-of-revision',
    says: {
      nb: 'skriver til hver kunde om endringer i personvernerklæringen før de gjelder, også til dem som ble kunde i mellomtiden',
      en: 'writes to each customer about changes of the privacy statement before they apply, also to who became one meanwhile',
    },
    schedule: '20 6 * * *',
    run: ({ house, now, publicUrl }) => tellOfRevisions(house.for('legal_obligation'), now(), publicUrl),
  },
  {
    name: 'drill',
    says: {
      nb: 'legger den nyeste sikkerhetskopien inn på en egen tjener, gjør protokollen på nytt, leter etter dem som er slettet, og kaster den',
      en: 'loads the newest backup on a server of its own, does the ledger again, looks for those who were erased, and throws it away',
    },
    schedule: '22 0 * * *',
    run: ({ house, now }) => drill(house, now()),
  },
  {
    name: 'canary',
    says: {
      nb: 'rydder plassen etter det som er slettet, leter etter alle som er slettet, og sletter en prøveperson på en egen tjener',
      en: 'tidies the place of what was erased, looks for everybody who was, and erases a synthetic person on a server of its own',
    },
    schedule: '42 0 * * *',
    run: async ({ house, now }) => {
      await tidyUp(house.owner)
      await lookForTheErased(house, now())
      await canary(house, now())
    },
  },
  {
    name: 'ledger',
    says: {
      nb: 'gjør ferdig det protokollen har og databasen mangler, og stryker linjer ingen sikkerhetskopi kan angre lenger',
      en: 'completes what the ledger has and the database lacks, and drops lines that no backup can undo any more',
    },
    schedule: '27 * * * *',
    run: async ({ house, now }) => {
      const { owner, dataDir } = house
      await carryOut({ owner, rights: house.for('rights_handling'), inventory, dataDir }, now())
      await dropOld(owner, now(), dataDir)
    },
  },
  {
    name: 'search-for-erased',
    says: {
      nb: 'leter gjennom alt etter dem som er slettet siden sist, og lukker saken når det ikke er noe igjen',
      en: 'searches everything for those erased since last time, and closes the case when nothing is left',
    },
    schedule: '12 0 * * *',
    run: ({ house, now }) => searchEverything({ ...house, inventory }, now()),
  },
  {
    name: 'read-mailbox',
    says: {
      nb: 'leser postkassen for personvern, gjør hver melding til en sak, og sletter originaler som har ligget i 30 dager',
      en: 'reads the privacy mailbox, makes each message a case, and deletes originals that have lain for 30 days',
    },
    schedule: '*/5 * * * *',
    run: async (working) => {
      const { house, now, imapUrl } = working
      if (imapUrl === undefined) return
      const hands = { legal: house.for('legal_obligation'), rights: house.for('rights_handling') }
      await readMailbox(hands, now(), imapUrl, await office(working))
    },
  },
  {
    name: 'probe-mailbox',
    says: {
      nb: 'sender et prøvebrev til postkassen, for å se at den blir lest',
      en: 'sends a probe to the mailbox, to see that it is read',
    },
    schedule: '10 5 * * *',
    run: async (working) => {
      const { house, now, imapUrl, smtpUrl } = working
      if (imapUrl !== undefined && smtpUrl !== undefined)
        await probeMailbox(house.for('legal_obligation'), now(), await office(working))
    },
  },
  {
    name: 'draw-sample',
    says: {
      nb: 'trekker ut noen av forrige måneds lukkede saker, som en annen enn saksbehandleren skal se på',
      en: 'draws some of last month’s closed cases, for somebody other than the handler to look through',
    },
    schedule: '15 4 1 * *',
    run: ({ house, now }) => drawSample(house.for('case_documentation'), now()),
  },
  {
    name: 'watch-operators',
    says: {
      nb: 'ser om noen er inne i databasen for hånd, og skriver det ned',
      en: 'looks whether anybody is in the database by hand, and writes it down',
    },
    schedule: '* * * * *',
    run: ({ house, now }) => house.owner.transaction().execute((tx) => watchSessions(tx, now())),
  },
  {
    name: 'rights-clock',
    says: {
      nb: 'opphever begrensninger som er varslet lenge nok, og minner om krav som venter på svar',
      en: 'lifts restrictions that were announced long enough ago, and reminds of requests that wait for an answer',
    },
    schedule: '30 5 * * *',
    run: async (working) => {
      const { house, now } = working
      const legal = house.for('legal_obligation')
      await liftAnnounced({ legal, rights: house.for('rights_handling') }, now())
      await warnOfDeadlines(legal, now(), await privacyAddresses(house.for('security')), await office(working))
    },
  },
  {
    name: 'roll-up-visits',
    says: {
      nb: 'legger sammen tellingene for dagen som er over, og kaster dagens egen tabell',
      en: 'adds up the counters of the day that is over, and drops that day’s own table',
    },
    // Each hour, because days end in Oslo; where nothing ended there is nothing to do.
    schedule: '7 * * * *',
    run: ({ house, now }) => rollUp(house.for('web_statistics'), now()),
  },
  {
    name: 'scan-site',
    says: {
      nb: 'går gjennom sidene i en ekte nettleser og ser etter at ingenting lagres, hentes eller kjøres utenom det vi har sagt',
      en: 'goes through the pages in a real browser and sees that nothing is stored, loaded or run but what we have said',
    },
    // Before the sentences are checked, which read what was found.
    schedule: '52 0 * * *',
    run: async ({ house, address, publicUrl, now }) => {
      if (address !== undefined) await scanSite({ owner: house.owner, addresses: [publicUrl, address] }, now())
    },
  },
  {
    name: 'tell-of-source',
    says: {
      nb: 'skriver til dem andre har gitt oss opplysninger om, og sier hvem de kom fra',
      en: 'writes to those about whom others gave us data, and says from whom they came',
    },
    schedule: '40 6 * * *',
    run: ({ house, now, publicUrl }) => tellOfSource(house.for('legal_obligation'), now(), publicUrl),
  },
  {
    name: 'protocol',
    says: {
      nb: 'tar vare på protokollen over behandlinger når den er endret, og ellers hver måned',
      en: 'keeps the record of processing when it has changed, and once a month anyway',
    },
    schedule: '50 1 * * *',
    run: async ({ house, now }) => {
      const legal = house.for('legal_obligation')
      await takeSnapshot(legal, now(), await protocolNow(legal, now()))
    },
  },
  {
    name: 'breach-letters',
    says: {
      nb: 'skriver til dem et avvik har rammet, én gang til hver',
      en: 'writes to those whom a breach has affected, once to each',
    },
    run: async ({ house, now, publicUrl }, { breachId }) => {
      const legal = house.for('legal_obligation')
      const merchant = await controller(legal)
      return writeLetters(legal, now(), String(breachId), (language) => signature(merchant, language, publicUrl))
    },
  },
  {
    name: 'prove',
    says: {
      nb: 'ser etter om hver setning i personvernerklæringen er sann, og forsegler døgnets bevis',
      en: 'looks whether every sentence of the privacy statement is true, and seals the day’s evidence',
    },
    schedule: everyNight,
    run: async ({ house, visit, now }) => {
      const place = { ...placeOf(house, now()), visit, tests: testsOfThisBuild() }
      await nightly(place, now()).finally(() => copyLog(house.owner, now(), house.dataDir))
    },
  },
]

/** Runs the table until stopped. */
export function startJobs(around: Surroundings, failed: (task: string, error: unknown) => void): Jobs {
  const { house } = around
  const db = openJobs(house.appUrl)
  const jobs = runJobs(house.appUrl, tasks, { ...around, post: postOf(around, db) }, failed)
  return {
    ...jobs,
    stop: async () => {
      await jobs.stop()
      await db.destroy()
    },
  }
}
