import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { now } from '#clock'
import { Button, ButtonLink, Field, Notice, PageTitle, Select, TextArea } from '#design'
import { again, idInAddress, readForm, saidNo, typedNumber } from '#http'
import { readAmount, written, writtenUnitPrice } from '#money'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { categories, categoryNames } from '../category.ts'
import { productById, type Product } from '../products.ts'
import { saveProduct } from '../save-product.ts'
import { typedLadder, writtenLadder } from '../typed-ladder.ts'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireStaff(context)
  const product = params.id === 'ny' ? undefined : await productById(asking(context, 'deliver'), idInAddress(params.id))
  if (params.id !== 'ny' && !product) throw data(null, { status: 404 })
  return { product, saved: new URL(request.url).searchParams.has('lagret') }
}

const form = z.object({
  sku: z.string().max(60).default(''),
  name: z.string().max(200).default(''),
  nameNb: z.string().max(200).default(''),
  category: z.enum(categoryNames),
  description: z.string().max(5_000).default(''),
  vatRate: typedNumber(0, 10_000),
  stock: typedNumber(0, 100_000_000),
  leadDays: typedNumber(0, 1_000),
  decoration: z.string().max(500).default(''),
  setupCost: z.string().min(1),
  listed: z.enum(['yes', 'no']),
  ladder: z.string().max(5_000).default(''),
})

export async function action({ request, params, context }: ActionFunctionArgs) {
  requireStaff(context, 'salesperson', 'host')
  const read = await readForm(request, form)
  if (!read.ok) return again(read.problems, read.typed)
  const ladder = typedLadder(read.value.ladder)
  const setupCost = readAmount(read.value.setupCost, 2)
  if (refused(ladder)) return again({ ladder: refusals[ladder.refused]! }, read.typed)
  if (refused(setupCost)) return again({ setupCost: 'Skriv et beløp, for eksempel 450,00.' }, read.typed)

  const id = params.id === 'ny' ? undefined : idInAddress(params.id)
  const facts = { ...read.value, ladder, setupCost, listed: read.value.listed === 'yes' }
  const answer = await saveProduct(asking(context, 'deliver'), now(), id, facts)
  if (refused(answer)) return again(saidNo(answer, refusals, 'sku'), read.typed)
  throw redirect(`/desk/katalog/${answer.id}?lagret`)
}

const refusals: Record<string, string> = {
  'no number': 'Varen må ha et nummer.',
  'no name': 'Varen må ha et navn.',
  'no such shelf': 'Velg en hylle.',
  'not a vat rate': 'Velg en mva.-sats.',
  'number is taken': 'Nummeret er i bruk på en annen vare.',
  'no price': 'En vare i butikken må ha minst ett pristrinn.',
  'same step twice': 'Samme antall står på to trinn.',
  'price rises with quantity': 'Prisen per stykk kan ikke stige når antallet øker.',
  'below zero': 'Tallet kan ikke være under null.',
  'not a step': 'Skriv ett trinn per linje: antall og pris, for eksempel 50 79,90.',
}

export default function DeskProduct() {
  const { product, saved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const typed: Record<string, string> = answer?.typed ?? typedOf(product)
  const problems: Record<string, string> = answer?.problems ?? {}
  const kept = (name: string) => ({ name, value: typed[name], problem: problems[name] })
  return (
    <>
      <title>{product?.name ?? 'Ny vare'}</title>
      <PageTitle
        actions={
          product?.listed && (
            <ButtonLink variant="secondary" href={`/produkter/${encodeURIComponent(product.sku)}`}>
              Vis i butikken
            </ButtonLink>
          )
        }
      >
        {product ? (product.name_nb ?? product.name) : 'Ny vare'}
      </PageTitle>
      {saved && !answer && (
        <Notice kind="success">
          <p>Varen er lagret. Tilbud og ordre beholder prisen de ble laget med.</p>
        </Notice>
      )}
      <Form method="post" className="fields" key={product?.id}>
        <Field {...kept('sku')} label="Varenummer" required />
        <Field {...kept('nameNb')} label="Navn på bokmål" hint="Uten bokmålsnavn vises det engelske." />
        <Field {...kept('name')} label="Navn på engelsk" required />
        <Select {...kept('category')} label="Hylle" required>
          {categoryNames.map((name) => (
            <option key={name} value={name}>
              {categories[name].nb}
            </option>
          ))}
        </Select>
        <TextArea {...kept('description')} label="Beskrivelse" hint="Uten beskrivelse vises bare navn, pris og lager." rows={3} />
        <TextArea
          {...kept('ladder')}
          label="Pristrinn eks. mva."
          hint="Ett trinn per linje: fra antall, pris per stykk. Du kan lime inn fra et regneark."
          rows={5}
          required
        />
        <Field {...kept('stock')} label="På lager" inputMode="numeric" required />
        <Field {...kept('leadDays')} label="Leveringstid, arbeidsdager" inputMode="numeric" required />
        <Select {...kept('vatRate')} label="Mva." required>
          {[2500, 1500, 1200, 0].map((rate) => (
            <option key={rate} value={rate}>
              {rate / 100} %
            </option>
          ))}
        </Select>
        <Field {...kept('decoration')} label="Trykk" hint="For eksempel lasergravering, én posisjon 40 × 25 mm." />
        <Field {...kept('setupCost')} label="Oppstart trykk, kr" inputMode="decimal" required />
        <Select {...kept('listed')} label="I butikken" required>
          <option value="yes">Ja</option>
          <option value="no">Nei, selges ikke lenger</option>
        </Select>
        <Button>Lagre</Button>
      </Form>
    </>
  )
}

const blank = { vatRate: '2500', stock: '0', leadDays: '5', setupCost: '0,00', listed: 'yes' }

function typedOf(product: Product | undefined): Record<string, string> {
  if (!product) return blank
  return {
    sku: product.sku,
    name: product.name,
    nameNb: product.name_nb ?? '',
    category: product.category,
    description: product.description ?? '',
    vatRate: String(product.vat_rate),
    stock: String(product.stock),
    leadDays: String(product.lead_days),
    decoration: product.decoration ?? '',
    setupCost: written(product.setup_cost, 'nb'),
    listed: product.listed ? 'yes' : 'no',
    ladder: writtenLadder(product.ladder, (price) => writtenUnitPrice(price, 'nb')),
  }
}
