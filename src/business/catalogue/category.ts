import type { Hue, Shape } from '#design'
import type { Language } from '#languages'

type Words = Readonly<Record<Language, string>> & { readonly shape: Shape; readonly hue: Hue; readonly named: RegExp }

/** What the shelves are called, how their tiles are drawn, and the words by which an imported product finds its shelf. */
export const categories = {
  drink: {
    nb: 'Kopper og flasker',
    en: 'Cups and bottles',
    shape: 'cup',
    hue: 'spruce',
    named: /\b(mugs?|cups?|tea|coffee|bottles?|flasks?|glass(es)?|jugs?|tumbler|beaker|drink)\b/i,
  },
  bags: {
    nb: 'Bager og nett',
    en: 'Bags',
    shape: 'bag',
    hue: 'sand',
    named: /\b(bags?|tote|shopper|purse|backpack|rucksack|wallet)\b/i,
  },
  christmas: {
    nb: 'Jul',
    en: 'Christmas',
    shape: 'gift',
    hue: 'brick',
    named: /\b(christmas|xmas|santa|advent|reindeer|snowflake|noel)\b/i,
  },
  light: {
    nb: 'Lys og lykter',
    en: 'Candles and lights',
    shape: 'candle',
    hue: 'ochre',
    named: /\b(candles?|t-?lights?|lights?|lanterns?|lamps?|nightlight|incense|votive)\b/i,
  },
  office: {
    nb: 'Kontor og papir',
    en: 'Office and paper',
    shape: 'book',
    hue: 'violet',
    named:
      /\b(notebooks?|books?|pens?|pencils?|paper|journal|cards?|stickers?|tape|envelopes?|wrap|stationery|calendar|rubber|ruler)\b/i,
  },
  kitchen: {
    nb: 'Kjøkken og bord',
    en: 'Kitchen and table',
    shape: 'plate',
    hue: 'sea',
    named:
      /\b(plates?|bowls?|cake|baking|kitchen|lunch|napkins?|cutlery|spoons?|jars?|tins?|apron|tray|dish|bread|egg|popcorn|cases?|cakestand|teapot|storage)\b/i,
  },
  toys: {
    nb: 'Spill og leker',
    en: 'Games and toys',
    shape: 'toy',
    hue: 'violet',
    named: /\b(toys?|games?|puzzle|doll|playing|jigsaw|skittles|dominoes|bears?|kids?|children'?s|soldier|spinning)\b/i,
  },
  time: {
    nb: 'Klokker og skilt',
    en: 'Clocks and signs',
    shape: 'clock',
    hue: 'sea',
    named: /\b(clocks?|watch|alarm|signs?|plaque|chalkboard|blackboard|frames?|mirror|picture)\b/i,
  },
  garden: {
    nb: 'Hage og ute',
    en: 'Garden and outdoors',
    shape: 'garden',
    hue: 'spruce',
    named: /\b(garden|plant(er)?|flowers?|bird|watering|picnic|umbrella|parasol|beach|hook|doormat|herb)\b/i,
  },
  home: {
    nb: 'Tekstil og hjem',
    en: 'Textiles and home',
    shape: 'pillow',
    hue: 'sand',
    named:
      /\b(cushion|pillow|blanket|throw|towel|quilt|hanger|drawer|knob|cabinet|basket|bunting|heart|warmer|slippers|scarf|doorstop|vintage|wicker)\b/i,
  },
  other: { nb: 'Andre gaver', en: 'Other gifts', shape: 'box', hue: 'ochre', named: /(?!)/ },
} as const satisfies Record<string, Words>

export type Category = keyof typeof categories

export const categoryNames = Object.keys(categories) as Category[]

/** Which shelf a product belongs on by its (English) name: the first whose words it bears, else the last shelf. */
export function categoryOf(name: string): Category {
  return categoryNames.find((category) => categories[category].named.test(name)) ?? 'other'
}

/** A shelf that is not known is the last shelf. */
export function asCategory(category: string): Category {
  return Object.hasOwn(categories, category) ? (category as Category) : 'other'
}

/** How a product is drawn that has no picture. */
export function tileOf({ sku, category, name, name_nb }: Drawn): {
  readonly shape: Shape
  readonly hue: Hue
  readonly seed: string
} {
  const { shape, hue } = categories[asCategory(category)]
  const known = shapesByName.find(([named]) => named.test(name_nb ?? '') || named.test(name))
  return { shape: known?.[1] ?? shape, hue, seed: sku }
}

type Drawn = { readonly sku: string; readonly category: string; readonly name: string; readonly name_nb: string | null }

/** What is so well known that its shelf's shape would be wrong. */
const shapesByName: readonly (readonly [RegExp, Shape])[] = [
  [/\b(pens?|pencils?|kulepenn|penn|blyant)\b/i, 'pen'],
  [/\b(umbrella|parasol|paraply)\b/i, 'umbrella'],
]
