/** What the customer reads on the page of a quote. */
export const words = {
  nb: {
    title: (number: string) => `Tilbud ${number}`,
    to: (buyer: string) => `til ${buyer}`,
    valid: 'Gjelder til og med',
    delivery: (days: number) => `Levering innen ${days} arbeidsdager etter godkjent korrektur`,
    sent: 'Sendt',
    lines: 'Linjene i tilbudet',
    exVat: 'Prisene er uten merverdiavgift; avgiften står nederst.',
    accept: 'Godta tilbudet',
    acceptLead: 'Når du godtar, blir tilbudet en bindende ordre med akkurat disse linjene og summene.',
    purchaseOrder: 'Bestillingsnummeret deres',
    purchaseOrderHint: 'Det dere vil ha på fakturaen. Ikke skriv navn her.',
    delivered: 'Leveringsadresse',
    deliveredHint: 'La stå tom for adressen vi har fra før.',
    deliveredWhere: 'Hvor skal vi levere? Vi har ingen adresse fra før.',
    yes: 'Godta og bestill',
    no: 'Nei takk, avslå',
    use: 'Vi bruker opplysningene til å levere og fakturere. Du samtykker ikke til noe annet ved å bestille.',
    ask: 'Er noe uklart? Svar på e-posten tilbudet kom med.',
    wrong: 'Noe må rettes før tilbudet kan godtas.',
    accepted: {
      title: 'Takk for bestillingen',
      text: (order: string) => `Tilbudet er godtatt og er nå ordre ${order}. Bekreftelsen kommer på e-post.`,
    },
    gone: {
      declined: { title: 'Tilbudet er avslått', text: 'Ombestemte du deg? Svar på e-posten, så lager vi et nytt.' },
      expired: {
        title: 'Tilbudet har gått ut',
        text: 'Prisene gjelder ikke lenger. Svar på e-posten, så sender vi et nytt tilbud.',
      },
      superseded: {
        title: 'Det finnes et nyere tilbud',
        text: 'Dette er erstattet av en ny versjon. Lenken til den ligger i den siste e-posten fra oss.',
      },
      withdrawn: {
        title: 'Tilbudet er trukket tilbake',
        text: 'Vi har trukket det tilbake. Ta kontakt, så finner vi ut av det.',
      },
    },
    unknown: {
      title: 'Lenken virker ikke',
      text: 'Vi finner ikke noe tilbud her. Sjekk at hele lenken er med, eller be oss sende den på nytt.',
    },
    refusals: {
      'national identity number': 'Dette ser ut som et fødselsnummer. Det kan vi ikke ta imot.',
      'special category':
        'Dette ser ut til å fortelle om noens helse, tro, fagforening eller lignende. Det trenger vi ikke og lagrer det ikke; skriv uten.',
      'payment card number': 'Dette ser ut som et kortnummer. Det kan vi ikke ta imot.',
      'another content was seen': 'Tilbudet ble endret mens du leste. Se over det på nytt.',
      'no longer open': 'Tilbudet kan ikke lenger godtas eller avslås.',
      'no such link': 'Lenken virker ikke lenger.',
    },
  },
  en: {
    title: (number: string) => `Quote ${number}`,
    to: (buyer: string) => `for ${buyer}`,
    valid: 'Valid through',
    delivery: (days: number) => `Delivered within ${days} working days of the approved proof`,
    sent: 'Sent',
    lines: 'The lines of the quote',
    exVat: 'Prices exclude VAT, which is added below.',
    accept: 'Accept the quote',
    acceptLead: 'When you accept, the quote becomes a binding order with exactly these lines and totals.',
    purchaseOrder: 'Your purchase order number',
    purchaseOrderHint: 'What you want on the invoice. Please write no names here.',
    delivered: 'Delivery address',
    deliveredHint: 'Leave it empty for the address we have.',
    deliveredWhere: 'Where shall we deliver? We have no address yet.',
    yes: 'Accept and order',
    no: 'No thanks, decline',
    use: 'We use this to deliver and to invoice. By ordering you consent to nothing else.',
    ask: 'Is anything unclear? Reply to the e-mail the quote came with.',
    wrong: 'Something must be corrected before the quote can be accepted.',
    accepted: {
      title: 'Thank you for your order',
      text: (order: string) => `The quote has been accepted and is now order ${order}. The confirmation comes by e-mail.`,
    },
    gone: {
      declined: {
        title: 'The quote has been declined',
        text: 'Changed your mind? Reply to the e-mail and we will make a new one.',
      },
      expired: {
        title: 'The quote has expired',
        text: 'The prices are no longer valid. Reply to the e-mail and we will send a new quote.',
      },
      superseded: {
        title: 'There is a newer quote',
        text: 'This one has been replaced by a new version. Its link is in our latest e-mail.',
      },
      withdrawn: { title: 'The quote has been withdrawn', text: 'We have taken it back. Get in touch and we will sort it out.' },
    },
    unknown: {
      title: 'The link does not work',
      text: 'We find no quote here. Check that you have the whole link, or ask us to send it again.',
    },
    refusals: {
      'national identity number': 'This looks like a national identity number, which we cannot take.',
      'special category':
        'This seems to tell of somebody’s health, faith, trade union or the like. We do not need it and do not keep it; write it without.',
      'payment card number': 'This looks like a payment card number, which we cannot take.',
      'another content was seen': 'The quote was changed while you read it. Please look it over again.',
      'no longer open': 'The quote can no longer be accepted or declined.',
      'no such link': 'The link no longer works.',
    },
  },
} as const

export type Words = (typeof words)['nb' | 'en']
