import type { Language } from '#languages'
import type { GroupName } from './held-groups.ts'

type Spoken = Readonly<Record<Language, string>>

export const groupWords: Readonly<Record<GroupName, { readonly title: Spoken; readonly none: Spoken }>> = {
  who: { title: { nb: 'Hvem du er', en: 'Who you are' }, none: { nb: 'Ingenting.', en: 'Nothing.' } },
  asked: {
    title: { nb: 'Hva du har spurt om', en: 'What you have asked' },
    none: { nb: 'Du har ikke spurt oss om noe.', en: 'You have not asked us anything.' },
  },
  bought: {
    title: { nb: 'Hva du har kjøpt', en: 'What you have bought' },
    none: { nb: 'Du har ingen tilbud, ordre eller fakturaer.', en: 'You have no quotes, orders or invoices.' },
  },
  sent: {
    title: { nb: 'Hva vi har sendt deg', en: 'What we have sent you' },
    none: { nb: 'Vi har ikke sendt deg noe.', en: 'We have sent you nothing.' },
  },
  looked: {
    title: { nb: 'Hvem som har sett', en: 'Who has looked' },
    none: {
      nb: 'Ingen ansatte har slått deg opp, og ingen utenfor huset har fått noe om deg.',
      en: 'No member of staff has looked you up, and nobody outside the house has been given anything about you.',
    },
  },
  said: {
    title: { nb: 'Hva du har sagt ja og nei til', en: 'What you have said yes and no to' },
    none: { nb: 'Ingen samtykker, protester eller krav.', en: 'No consents, objections or requests.' },
  },
  proof: {
    title: { nb: 'Bevis for det som er gjort', en: 'Evidence of what was done' },
    none: { nb: 'Ingen bevis ennå.', en: 'No evidence yet.' },
  },
}

export const words = {
  nb: {
    title: 'Dette har vi om deg',
    lead: 'Alt står her, og du bestemmer over det. Trykk på en opplysning for å se hva den er til, hvor den kommer fra, og hvor lenge vi har den.',
    purpose: 'Hva for',
    from: 'Hvorfra',
    until: 'Hvor lenge',
    correct: 'Rett',
    change: 'Rett noe',
    changeSays: 'Feil i navn, telefon eller adresse retter du selv, ved opplysningen under. Det gjelder med en gang.',
    download: 'Last ned alt',
    downloadSays: 'Du får en fil med alt vi har om deg, til å lese og til å ta med.',
    stop: 'Stopp reklame',
    stopSays: 'Vi sender deg aldri reklame igjen. Ordre, faktura og svar til deg kommer som før.',
    erase: 'Slett meg',
    eraseSays: 'Først ser du nøyaktig hva som blir borte, og hva loven krever at vi beholder.',
    stopped: 'Du har sagt nei til reklame. Det gjelder.',
    more: 'eldre finnes i nedlastingen',
    quotes: 'Tilbud',
    orders: 'Ordre',
    invoices: 'Fakturaer',
    name: 'Nummer',
    day: 'Dato',
    state: 'Status',
    sum: 'Sum',
    details: 'Hver enkelt opplysning',
    pdf: 'PDF',
    complaint: 'Mener du at vi bryter reglene? Du kan klage til',
    back: 'Til Min side',
    receipt: 'Last ned kvitteringen',
    receiptSays:
      'Den er et bevis på at dette ble gjort, som du kan sjekke uten oss. Den blir ferdig når loggen er forseglet, som regel innen et minutt.',
    check: 'Slik sjekker du den',
  },
  en: {
    title: 'This is what we hold about you',
    lead: 'All of it is here, and you decide over it. Press a value to see what it is for, where it comes from, and how long we keep it.',
    purpose: 'What for',
    from: 'Where from',
    until: 'How long',
    correct: 'Correct',
    change: 'Correct something',
    changeSays: 'You correct errors in name, phone or address yourself, at the value below. It takes effect at once.',
    download: 'Download it all',
    downloadSays: 'You get a file with everything we hold about you, to read and to take with you.',
    stop: 'Stop advertising',
    stopSays: 'We never send you advertising again. Orders, invoices and answers to you come as before.',
    erase: 'Erase me',
    eraseSays: 'First you see exactly what will be gone, and what the law requires us to keep.',
    stopped: 'You have said no to advertising. It stands.',
    more: 'older ones are in the download',
    quotes: 'Quotes',
    orders: 'Orders',
    invoices: 'Invoices',
    name: 'Number',
    day: 'Date',
    state: 'State',
    sum: 'Sum',
    details: 'Every single value',
    pdf: 'PDF',
    complaint: 'Do you think we break the rules? You can complain to',
    back: 'To My page',
    receipt: 'Download the receipt',
    receiptSays:
      'It proves that this was done, and you can check it without us. It is ready once the log has been sealed, usually within a minute.',
    check: 'How to check it',
  },
} as const
