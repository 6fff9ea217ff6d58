/** `npm run dkim`: makes the key that letters are signed with, if there is none, and says what to put in the DNS. */
import { now } from '#clock'
import { dkim, dnsRecord } from '#mail'
import { controller } from '#merchant'
import { notedCommand } from '../opening/noted-command.ts'
import { isEmpty, openHouse } from '../opening/open-house.ts'

const house = await openHouse(now())
try {
  await notedCommand(house.owner, now(), 'npm run dkim')
  const selector = process.env.DKIM_SELECTOR || 'ordholden'
  if (await isEmpty(house.owner))
    throw new Error('Ingen forretning er satt opp ennå: npm start. / No merchant is set up yet: npm start.')
  const { email } = await controller(house.for('administer'))
  const { name, value } = dnsRecord(dkim(house.dataDir, selector)!, email.split('@')[1]!)
  console.log(
    'Legg denne TXT-posten i DNS, og vent til den er synlig: / Put this TXT record in the DNS, and wait until it shows:\n',
  )
  console.log(`${name}  TXT  "${value}"\n`)
  if (!process.env.DKIM_SELECTOR)
    console.log(`Sett så DKIM_SELECTOR=${selector} og start på nytt. / Then set DKIM_SELECTOR=${selector} and start again.`)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
} finally {
  await house.close()
}
process.exit()
