/** The HTTP API as OpenAPI 3.1; house tests hold it against what the routes answer. */
export function openApi(publicUrl: string) {
  return {
    openapi: '3.1.0',
    info: { title: 'Ordholden', version: '1', description: 'The catalogue, and asking a question. Errors are problem details (RFC 9457).' },
    servers: [{ url: new URL('/', publicUrl).href.replace(/\/$/, '') }],
    paths: {},
  }
}
