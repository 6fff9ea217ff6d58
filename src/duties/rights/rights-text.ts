import type { Language } from '#languages'

/** What an answer must say besides the data: rights, complaint, automation, transfers, backups (section 5.6; art. 15(1)(e)–(h), 15(2)). */
export const rightsText: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  nb: {
    rights:
      'Du kan kreve at feil rettes, at opplysninger slettes, at behandlingen begrenses, og at du får opplysningene med deg (dataportabilitet). Du kan protestere mot behandlingen; mot markedsføring kan du alltid protestere, uten grunn. Har du gitt et samtykke, kan du trekke det når som helst. Alt dette gjør du på Min side, eller i et brev, en e-post eller en telefon til oss.',
    complaint:
      'Mener du at vi bryter reglene, kan du klage til Datatilsynet: datatilsynet.no, postkasse@datatilsynet.no, Postboks 458 Sentrum, 0105 Oslo. Bor du i et annet EØS-land, kan du klage der. Du kan også gå til domstolene.',
    automation: 'Vi tar ingen automatiske avgjørelser om deg, og vi lager ingen profil eller poengsum av deg.',
    transfers: 'Ingen av mottakerne er utenfor EØS.',
    backups:
      'Sikkerhetskopier lever i høyst 30 dager. De leses bare når noe må gjenopprettes, og da gjøres slettinger om igjen før systemet åpnes.',
    searched:
      'Vi har lett i hver tabell i databasen som kan inneholde noe om deg, i brevene, i innloggingene og i bevisloggen. Listen lages av de samme deklarasjonene som styrer hvem som får lese hva, så ingen tabell kan glemmes.',
    redacted:
      'Vi viser ikke navn på ansatte som har slått deg opp, bare rollen deres; ikke kollegene dine; og ikke innloggingshemmeligheter, fordi den som leser dem, kan logge inn som deg. Der står det ••• i stedet.',
    codes:
      'Beløp i øre: 12 345 er 123,45 kr. Tider har tidssone. En id er et nummer systemet bruker for å holde rader fra hverandre.',
    confirmation: 'Ja, vi behandler opplysninger om deg. Her er alle sammen.',
  },
  en: {
    rights:
      'You can demand that errors are corrected, that data are erased, that processing is restricted, and that you get the data to take with you (portability). You can object to processing; to marketing always, without a reason. If you have given a consent you can withdraw it at any time. You do all this on My page, or by a letter, an e-mail or a call to us.',
    complaint:
      'If you think we break the rules you can complain to Datatilsynet, the Norwegian supervisory authority: datatilsynet.no, postkasse@datatilsynet.no, Postboks 458 Sentrum, 0105 Oslo. If you live in another EEA state you may complain there. You can also go to court.',
    automation: 'We make no automated decisions about you, and we make no profile or score of you.',
    transfers: 'None of the recipients is outside the EEA.',
    backups:
      'Backups live for 30 days at most. They are read only when something must be restored, and then erasures are done again before the system opens.',
    searched:
      'We searched every table of the database that can hold anything about you, the letters, the sign-ins and the evidence log. The list is made from the same declarations that decide who may read what, so no table can be forgotten.',
    redacted:
      'We do not show the names of staff who looked you up, only their role; not your colleagues; and not sign-in secrets, because whoever reads them could sign in as you. There it says ••• instead.',
    codes: 'Amounts in øre: 12 345 is NOK 123.45. Times carry a time zone. An id is a number the system uses to keep rows apart.',
    confirmation: 'Yes, we process data about you. Here are all of them.',
  },
}

/** For whoever is a customer again: an earlier relationship lies in the locked archive (promise 2.6-j). */
export const archiveText: Readonly<Record<Language, string>> = {
  nb: 'Noe om deg ligger i det låste kravarkivet, fra et kundeforhold som er avsluttet. Det er med her. Ingen hos oss ser det uten sak og grunn, og hver åpning føres og vises deg.',
  en: 'Something about you lies in the locked claims archive, from a relationship that has ended. It is included here. Nobody with us sees it without a case and a reason, and every opening is logged and shown to you.',
}
