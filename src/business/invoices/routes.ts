import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Under the desk's layout. */
export const invoicesDeskRoutes: RouteConfigEntry[] = [
  route('desk/faktura', 'pages/desk-invoices.tsx', { id: 'desk-invoices' }),
  route('desk/faktura/ny/:orderId', 'pages/desk-new-invoice.tsx', { id: 'desk-new-invoice' }),
  route('desk/faktura/:id', 'pages/desk-invoice.tsx', { id: 'desk-invoice' }),
  route('desk/faktura/:id/krediter', 'pages/desk-credit.tsx', { id: 'desk-credit' }),
  route('desk/faktura/:id/pdf', 'pages/desk-invoice-pdf.ts', { id: 'desk-invoice-pdf' }),
]
