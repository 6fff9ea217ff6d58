import type { Context } from 'hono'
import { problemDetails } from '#http'
import { languageOf } from '#languages'
import styles from '../platform/design/design.css?url'
import { saidOf } from './said.ts'
import web from './web.css?url'

/** The page for what never reached a page: a body that was too large, a foreign form, a database that is away. */
export function plainPage(c: Context, status: 400 | 403 | 413 | 500 | 503): Response {
  const language = languageOf(c.req.path)
  const { title, text } = saidOf(status)[language]
  if (c.req.path.startsWith('/api/'))
    return problemDetails({ status, title: saidOf(status).en.title, detail: saidOf(status).en.text })
  return c.html(
    `<!DOCTYPE html><html lang="${language}" data-color-scheme="auto" data-size="sm"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<link rel="stylesheet" href="${styles}"><link rel="stylesheet" href="${web}"></head>
<body><main class="error-page"><p class="soft figures">${status}</p><h1>${title}</h1><p class="lead">${text}</p></main></body></html>`,
    status,
    status === 503 ? { 'Retry-After': '5' } : {},
  )
}
