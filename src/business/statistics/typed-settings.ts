import { statisticsShape, type StatisticsSettings } from './settings.ts'

export type TypedSite = { readonly host: string; readonly pages: string; readonly asksFirst: boolean }
export type Typed = {
  readonly threshold: string
  readonly public: boolean
  readonly script: boolean
  readonly google: boolean
  readonly campaigns: string
  readonly sites: readonly TypedSite[]
}
export type Problems = Readonly<Record<string, string>>

export function typedOf(form: FormData): Typed {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const hosts = form.getAll('host').map((host) => String(host).trim().toLowerCase())
  const pages = form.getAll('pages').map(String)
  return {
    threshold: text('threshold'),
    public: form.has('public'),
    script: form.has('script'),
    google: form.has('google'),
    campaigns: text('campaigns'),
    sites: hosts.map((host, at) => ({ host, pages: pages[at] ?? '', asksFirst: form.getAll('asks').includes(String(at)) })),
  }
}

export function typedFrom(settings: StatisticsSettings): Typed {
  const { threshold, campaigns, sites } = settings
  return {
    ...settings,
    threshold: String(threshold),
    campaigns: campaigns.join('\n'),
    sites: sites.map((site) => ({ ...site, pages: site.pages.join('\n') })),
  }
}

/** What was typed as settings, or what is wrong with it, field by field. An emptied site is a site less. */
export function readTyped(typed: Typed): StatisticsSettings | Problems {
  const sites = typed.sites.filter(({ host, pages }) => host !== '' || pages.trim() !== '')
  const read = statisticsShape.safeParse({
    ...typed,
    threshold: Number(typed.threshold),
    campaigns: lines(typed.campaigns),
    sites: sites.map((site) => ({ ...site, pages: lines(site.pages) })),
  })
  if (read.success) return read.data
  return Object.fromEntries(read.error.issues.map(({ path }) => said(path)).toReversed())
}

export function isProblems(read: StatisticsSettings | Problems): read is Problems {
  return !('campaigns' in read && Array.isArray(read.campaigns))
}

function lines(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter(Boolean)
}

function said([field, at, part]: readonly PropertyKey[]): [string, string] {
  if (field === 'threshold') return ['threshold', 'Skriv et helt tall fra 6 til 1000.']
  if (field === 'campaigns') return ['campaigns', 'Bare små bokstaver, tall, - og _, én kampanje på hver linje, 50 i alt.']
  if (part === 'host') return [`host-${String(at)}`, 'Skriv vertsnavnet alene, som kampanje.example.']
  if (part === 'pages') return [`pages-${String(at)}`, 'Skriv minst én sti som begynner med /, og én på hver linje.']
  return ['sites', 'Det er plass til 20 nettsteder.']
}
