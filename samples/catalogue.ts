/**
 * The sample merchant's own catalogue: invented, but priced and described the way the trade does it.
 * One line a product: number, bokmål and English name, shelf, steps of the ladder in kroner ex VAT, stock, lead days, print, setup.
 */
import { saveProduct, type Category, type ProductFacts, type Tier } from '#catalogue'
import type { For } from '#purposes'
import { refused } from '#refusal'

type Steps = readonly (readonly [least: number, kroner: number])[]
type Entry = readonly [
  sku: string, nameNb: string, name: string, shelf: Category, steps: Steps, stock: number, leadDays: number,
  decoration: string | null, setupKroner: number, description: string,
]

const print = { pad: 'Tampontrykk, inntil 4 farger', screen: 'Silketrykk, inntil 4 farger', laser: 'Lasergravering', stitch: 'Brodering', full: 'Digitaltrykk i full farge', transfer: 'Transfertrykk' }

const entries: readonly Entry[] = [
  ['NTC-1001', 'Termokopp Fjord 35 cl', 'Fjord travel mug 35 cl', 'drink', [[25, 139], [50, 124], [100, 109], [250, 94.5]], 1240, 10, print.laser, 490, 'Dobbel vegg i rustfritt stål, holder kaffen varm i fire timer. Lokk som tåler veska.'],
  ['NTC-1002', 'Drikkeflaske Elv 75 cl', 'Elv water bottle 75 cl', 'drink', [[50, 89], [100, 79], [250, 68.5], [500, 61]], 2860, 10, print.screen, 590, 'Lett flaske i resirkulert plast, uten BPA. Skrukork med bærehank.'],
  ['NTC-1003', 'Kaffekrus Hytte 30 cl', 'Hytte coffee mug 30 cl', 'drink', [[36, 69], [72, 59.5], [144, 49.9], [504, 42]], 3024, 12, print.transfer, 650, 'Steingods med matt utside og blank innside. Tåler oppvaskmaskin, også trykket.'],
  ['NTC-1004', 'Emaljekopp Setervang', 'Setervang enamel mug', 'drink', [[25, 79], [100, 66], [250, 57]], 780, 12, print.transfer, 650, 'Hvit emalje med mørk kant, slik den alltid har vært. Til bål, kontor og messestand.'],
  ['NTC-1005', 'Termos Vidde 1 liter', 'Vidde vacuum flask 1 litre', 'drink', [[10, 349], [25, 319], [50, 289]], 160, 8, print.laser, 490, 'Holder 24 timer varmt. Kopp i lokket, pulverlakkert utside.'],
  ['NTC-1006', 'Vannkaraffel Kilde', 'Kilde water carafe', 'drink', [[12, 189], [48, 164], [96, 148]], 220, 12, print.laser, 490, 'Munnblåst glass med korkpropp av eik. Til møterommet.'],
  ['NTC-1101', 'Handlenett Torget, økologisk bomull', 'Torget tote bag, organic cotton', 'bags', [[50, 39], [100, 32.5], [250, 26.9], [1000, 21.5]], 6200, 10, print.screen, 590, 'Tettvevd bomull, 180 gram, med lange hanker. GOTS-sertifisert.'],
  ['NTC-1102', 'Ryggsekk Pendler 20 liter', 'Pendler backpack 20 litres', 'bags', [[10, 429], [25, 389], [50, 349]], 145, 15, print.stitch, 750, 'Vannavvisende, rom for 15-tommers PC, refleks på stroppene.'],
  ['NTC-1103', 'Gymbag Start', 'Start gym bag', 'bags', [[50, 45], [100, 38], [500, 29.5]], 2100, 10, print.screen, 590, 'Snorsekk i kraftig bomull med forsterkede hjørner.'],
  ['NTC-1104', 'Kjølebag Sommer', 'Sommer cooler bag', 'bags', [[25, 129], [50, 115], [100, 99]], 380, 12, print.transfer, 650, 'Tar tolv halvlitere eller lunsj til seks. Kan tørkes ren innvendig.'],
  ['NTC-1105', 'Toalettmappe Reise', 'Reise wash bag', 'bags', [[25, 149], [50, 134], [100, 119]], 260, 15, print.stitch, 750, 'Voksbehandlet lerret med glidelås i messing.'],
  ['NTC-1201', 'Notatbok A5 Linje', 'Linje notebook A5', 'office', [[25, 79], [50, 69], [100, 59], [500, 48]], 1880, 8, print.laser, 490, 'Hardt omslag, 160 linjerte sider av FSC-merket papir, strikk og merkebånd.'],
  ['NTC-1202', 'Kulepenn Bris', 'Bris ballpoint pen', 'office', [[100, 12.5], [250, 9.9], [500, 7.9], [1000, 6.4]], 14500, 8, print.pad, 450, 'Slank penn med blå skrift og tyskprodusert refill. Åtte farger.'],
  ['NTC-1203', 'Kulepenn Stål', 'Stål ballpoint pen', 'office', [[50, 39], [100, 34], [250, 28.5]], 2600, 8, print.laser, 390, 'Tung metallpenn i matt svart eller sølv, gravering som varer.'],
  ['NTC-1204', 'Blyant Furu, usvertet', 'Furu pencil', 'office', [[250, 5.9], [500, 4.6], [1000, 3.7]], 9000, 10, print.screen, 450, 'Ubehandlet furu fra bærekraftig skog, HB. Spisset.'],
  ['NTC-1205', 'Klistrelapper Gul', 'Gul sticky notes', 'office', [[100, 24], [250, 19.5], [500, 16]], 0, 15, print.full, 590, 'Blokk med 50 ark, 75 × 75 mm, trykk på hvert ark.'],
  ['NTC-1206', 'Nøkkelbånd Samling', 'Samling lanyard', 'office', [[100, 19.5], [250, 15.9], [500, 12.5], [1000, 9.9]], 0, 18, print.full, 690, 'Resirkulert polyester, 20 mm, sikkerhetslås og krok. Lages på bestilling.'],
  ['NTC-1207', 'Skriveunderlag Pult', 'Pult desk pad', 'office', [[25, 99], [50, 86], [100, 72]], 90, 15, print.full, 690, 'Filt av resirkulerte flasker, 60 × 35 cm, sklir ikke.'],
  ['NTC-1208', 'USB-minne Kork 32 GB', 'Kork USB stick 32 GB', 'office', [[50, 94], [100, 84], [250, 76]], 640, 12, print.laser, 490, 'Kapsling av kork. Leveres med dine filer om du vil.'],
  ['NTC-1209', 'Powerbank Ladd 10 000 mAh', 'Ladd power bank 10,000 mAh', 'office', [[25, 229], [50, 205], [100, 184]], 410, 12, print.laser, 490, 'USB-C inn og ut, lader telefonen to ganger.'],
  ['NTC-1210', 'Trådløs lader Bambus', 'Bambus wireless charger', 'office', [[25, 169], [50, 149], [100, 134]], 330, 12, print.laser, 490, 'Rund ladeplate i bambus, 15 watt.'],
  ['NTC-1301', 'Julegave Lun: pledd og lys', 'Lun Christmas gift: throw and candle', 'christmas', [[10, 399], [25, 369], [50, 339], [100, 309]], 240, 10, print.stitch, 750, 'Ullpledd og duftlys i gaveeske med kort. Navn på kortet om du vil.'],
  ['NTC-1302', 'Julekurv Fjellgård', 'Fjellgård Christmas hamper', 'christmas', [[5, 549], [20, 519], [50, 489]], 75, 7, null, 0, 'Fenalår, flatbrød, rømmekolle og tyttebærsyltetøy fra småprodusenter. Pakkes i trekasse.'],
  ['NTC-1303', 'Julekuler med logo, 6 stk', 'Christmas baubles with logo, 6', 'christmas', [[20, 189], [50, 164], [100, 144]], 0, 21, print.screen, 690, 'Seks glasskuler i eske, trykk på alle seks.'],
  ['NTC-1304', 'Adventskalender Sjokolade', 'Chocolate Advent calendar', 'christmas', [[50, 64], [100, 54], [250, 46], [500, 39.5]], 0, 20, print.full, 890, 'Fairtrade-sjokolade bak 24 luker og ditt motiv foran. Bestill innen 1. november.'],
  ['NTC-1401', 'Duftlys Skog', 'Skog scented candle', 'light', [[24, 119], [48, 104], [96, 89]], 480, 10, print.full, 590, 'Sojavoks i glass, brenner i 40 timer. Etikett med din logo.'],
  ['NTC-1402', 'Hodelykt Nattmørk', 'Nattmørk head torch', 'light', [[25, 159], [50, 142], [100, 126]], 540, 10, print.pad, 450, '300 lumen, oppladbar, tåler regn.'],
  ['NTC-1403', 'Refleks Synlig', 'Synlig reflector', 'light', [[100, 11.9], [250, 9.4], [500, 7.6], [2000, 5.9]], 12000, 8, print.screen, 450, 'Myk refleks etter EN 13356 med sikkerhetsnål. Egen form fra 500 stk.'],
  ['NTC-1501', 'Skjærefjøl Bøk', 'Bøk cutting board', 'kitchen', [[10, 179], [25, 159], [50, 139]], 190, 10, print.laser, 490, 'Oljet bøk, 35 × 22 cm, med rille og heng.'],
  ['NTC-1502', 'Ostehøvel Dovre', 'Dovre cheese slicer', 'kitchen', [[25, 129], [50, 114], [100, 98]], 310, 10, print.laser, 390, 'Rustfritt blad, skaft i eik. Norsk oppfinnelse, norsk produksjon.'],
  ['NTC-1503', 'Kakeboks Nostalgi', 'Nostalgi cake tin', 'kitchen', [[12, 149], [48, 129], [96, 112]], 84, 12, print.full, 690, 'Rund boks i blikk, 24 cm, full farge på lokket.'],
  ['NTC-1504', 'Grillforkle Ild', 'Ild barbecue apron', 'kitchen', [[10, 229], [25, 204], [50, 184]], 120, 15, print.stitch, 750, 'Kraftig bomullslerret med lærreimer og lomme.'],
  ['NTC-1505', 'Sjokolade i gaveeske, 9 biter', 'Chocolates in a gift box, 9 pieces', 'kitchen', [[25, 89], [50, 79], [100, 69.5], [250, 61]], 600, 6, print.full, 390, 'Håndlaget konfekt fra Bergen, logo på lokket. Matvare, 15 % mva.'],
  ['NTC-1506', 'Kaffe i pose 250 g', 'Coffee, 250 g', 'kitchen', [[24, 74], [96, 66], [240, 59]], 430, 6, print.full, 390, 'Lysbrent fra et lite brenneri, egen etikett. Matvare, 15 % mva.'],
  ['NTC-1601', 'Kortstokk Firmakort', 'Firmakort playing cards', 'toys', [[50, 49], [100, 42], [250, 34.5]], 0, 18, print.full, 690, '54 kort i eske, eget motiv på baksiden.'],
  ['NTC-1602', 'Kubbespill Plen', 'Plen kubb game', 'toys', [[5, 329], [20, 294], [50, 269]], 64, 10, print.laser, 490, 'Bjørk i bomullsveske. Til firmafesten og sommeravslutningen.'],
  ['NTC-1701', 'Veggur Kontor 30 cm', 'Kontor wall clock 30 cm', 'time', [[10, 249], [25, 219], [50, 194]], 85, 12, print.full, 590, 'Lydløst urverk, aluramme, logo på skiven.'],
  ['NTC-1801', 'Paraply Vestland', 'Vestland umbrella', 'garden', [[25, 189], [50, 169], [100, 149], [250, 129]], 720, 12, print.screen, 590, 'Stormsikker, 105 cm, åpner seg selv. Prøvd i Bergen.'],
  ['NTC-1802', 'Sitteunderlag Tur', 'Tur seat pad', 'garden', [[50, 44], [100, 37.5], [500, 29]], 1500, 10, print.screen, 490, 'Brettbart skum med refleksbånd. Ligger flatt i sekken.'],
  ['NTC-1901', 'Ullpledd Vinter', 'Vinter wool throw', 'home', [[5, 499], [20, 459], [50, 419]], 95, 10, print.stitch, 750, 'Norsk ull, 130 × 200 cm, vevd på Vestlandet.'],
  ['NTC-1902', 'Håndkle Bad 70 × 140', 'Bad towel 70 × 140', 'home', [[20, 169], [50, 149], [100, 132]], 340, 12, print.stitch, 750, '500 grams frotté av økologisk bomull.'],
  ['NTC-1903', 'Lue Nord i merinoull', 'Nord merino beanie', 'home', [[25, 149], [50, 132], [100, 118], [250, 104]], 460, 15, print.stitch, 750, 'Tynn lue til jakke og hjelm, merke brodert eller vevd inn.'],
]

const food = new Set(['NTC-1302', 'NTC-1304', 'NTC-1505', 'NTC-1506'])

/** Puts the catalogue on the shelves; a product that is there already is left as it is. */
export async function loadCatalogue(db: For<'deliver'>, now: Date): Promise<void> {
  const here = await db.selectFrom('product').select('sku').where('sku', 'like', 'NTC-%').execute()
  const known = new Set(here.map(({ sku }) => sku))
  for (const entry of entries.filter(([sku]) => !known.has(sku))) {
    const saved = await saveProduct(db, now, undefined, factsOf(entry))
    if (refused(saved)) throw new Error(`sample product ${entry[0]}: ${saved.refused}`)
  }
}

function factsOf([sku, nameNb, name, category, steps, stock, leadDays, decoration, setupKroner, description]: Entry): ProductFacts {
  const ladder = steps.map(([minQuantity, kroner]): Tier => ({ minQuantity, unitPriceE4: BigInt(Math.round(kroner * 100)) * 100n }))
  const vatRate = food.has(sku) ? 1500 : 2500
  return { sku, nameNb, name, category, description, vatRate, stock, leadDays, decoration, setupCost: BigInt(setupKroner) * 100n, listed: true, ladder }
}
