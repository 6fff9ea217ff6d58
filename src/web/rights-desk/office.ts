import type { RouterContextProvider } from 'react-router'
import { websiteOf } from '#auth'
import { suppressionKey } from '#consent'
import { dataDirectory } from '#files'
import { inventory } from '#inventory'
import { ledgerIn } from '#ledger'
import { controller, signature, type Controller } from '#merchant'
import { asking } from '#purposes'
import type { Hands, Office } from '#rights'

type Asked = Readonly<Pick<RouterContextProvider, 'get'>>

/** Who answers claims, and with what, for a page. */
export async function officeOf(context: Asked): Promise<Office> {
  return officeFor(await controller(asking(context, 'legal_obligation')), websiteOf(context), dataDirectory())
}

/** The same for a job, which has no request. */
export function officeFor(merchant: Controller, website: string, folder: string): Office {
  return {
    inventory,
    controller: merchant,
    website,
    foot: { nb: signature(merchant, 'nb', website), en: signature(merchant, 'en', website) },
    suppressionKey: suppressionKey(folder),
    ledger: ledgerIn(folder),
    folder,
  }
}

export function handsOf(context: Asked): Hands {
  return { legal: asking(context, 'legal_obligation'), rights: asking(context, 'rights_handling') }
}
