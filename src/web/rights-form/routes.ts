import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Under the shop's layout. */
export const rightsFormRoutes: RouteConfigEntry[] = [
  route('rettigheter', 'rights-form.tsx', { id: 'rights-form' }),
  route('en/rights', 'rights-form.tsx', { id: 'rights-form-en' }),
  route('krav/:token', 'claim-link.tsx', { id: 'claim-link' }),
  route('en/claim/:token', 'claim-link.tsx', { id: 'claim-link-en' }),
]

/** Without a layout: files. */
export const rightsFormFileRoutes: RouteConfigEntry[] = [
  route('krav/:token/innsyn.zip', 'claim-package.ts', { id: 'claim-package' }),
  route('en/claim/:token/innsyn.zip', 'claim-package.ts', { id: 'claim-package-en' }),
]
