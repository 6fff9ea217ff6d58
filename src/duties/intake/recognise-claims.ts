import type { Kind } from '#rights'

/**
 * What a message claims, by rules a person can read; Norwegian and English. Several claims are several. What no rule understands
 * is `unclear`: treated as a claim, and read by a person within two working days (promise 9-a). A rule may be wrong towards the
 * person's favour, never against: a word like "innsyn" is enough.
 */
export function recogniseClaims(subject: string, text: string): Kind[] {
  const words = plain(`${subject}\n${text}`)
  if (isShortNo(subject, text)) return ['withdrawal']
  const kept = keepIt.test(words)
  const found = rules.filter(([, pattern]) => pattern.test(words)).map(([kind]) => kind)
  const kinds = found.filter((kind) => !(kind === 'erasure' && kept))
  if (kept && !kinds.includes('restriction')) kinds.push('restriction')
  return kinds.length > 0 ? [...new Set(kinds)] : ['unclear']
}

/** As it is read: HTML brings soft hyphens and characters without width into the middle of words. */
function plain(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’´`]/g, "'")
}

/** «Slutt», «stopp», "unsubscribe": alone, as an answer to something we sent. */
function isShortNo(subject: string, text: string): boolean {
  const said = (text.trim() || subject.replace(/^((re|sv|svar|vs|fwd?): *)+/i, '')).trim()
  return said.length <= 60 && /^(slutt|stopp?|avmeld(ing)?|meld meg av|nei takk|unsubscribe|opt[ -]?out|remove me)\b/i.test(said)
}

const keepIt = /\bikke slett|ikke (må|skal) slettes|do(n't| not) (delete|erase)/

const rules: readonly (readonly [Kind, RegExp])[] = [
  [
    'withdrawal',
    /trekk\w* (tilbake )?(mitt |et |alle )?samtykke|samtykket? .{0,20}trekk|withdraw\w* (my )?consent|unsubscribe|ikke (mer|flere|send\w*( meg)?( mer)?) (reklame|nyhetsbrev|markedsføring|tilbud)|stopp?\w* (all )?(reklame|nyhetsbrev|markedsføring)|reserver\w* meg|no more (marketing|advertising|newsletters)|stop (sending|marketing|advertising)/,
  ],
  [
    'erasure',
    /\bslett(e|es|et|er|ing)?\b|\bfjern(e|es|er)? (meg|alt|alle|mine|min|det|dataene|opplysning)|bli glemt|\berase\b|\berasure\b|\bdelete\b|right to be forgotten/,
  ],
  [
    'access',
    /\binnsyn\w*|hva (har|vet|lagrer|finnes) .{0,20}om meg|kopi av .{0,30}(opplysning|data)|(what|which) (data|information|personal data) .{0,30}(hold|have|keep)|access (to my|request)|subject access|\bdsar\b|copy of (all )?(my|the) .{0,20}(data|information)/,
  ],
  [
    'rectification',
    /\brett(e|es|ing)\b.{0,40}(opplysning|navn|adresse|telefon|nummer|e-?post|feil)|feil (navn|adresse|telefon|e-?post|opplysning|nummer)|korriger\w*|oppdater\w* (navnet|adressen|telefon|e-?post)|\brectif\w+|\bcorrect (my|the)\b|wrong (name|address|phone|e-?mail|number)/,
  ],
  ['restriction', /\bbegrens\w*|\brestrict(ion)?\b.{0,40}(process|data|use)|restriction of processing/],
  ['objection', /\bprotester\w*|\bprotest\b|\binnsigelse\w*|\bi object\b|\bobject(ion)? to\b/],
  ['portability', /dataportabilitet|portability|ta med (meg )?(alle )?(data|opplysning)|(take|transfer) my data/],
  [
    'question',
    /(hvordan|hvorfor|hvor lenge) (bruker|behandler|lagrer|deler) dere|hvem (deler|gir) dere|databehandler|personvernerklæring|how (do|long) .{0,20}(use|process|keep|store) .{0,20}(data|information)|privacy (policy|statement)/,
  ],
]
