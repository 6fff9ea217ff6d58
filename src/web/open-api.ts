import { mostPieces } from '#money'

/** The HTTP API as OpenAPI 3.1; a journey holds it against what the routes answer. */
export function openApi(publicUrl: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ordholden',
      version: '1',
      description:
        'The catalogue, asking a question, and suppliers’ signed answers to instructions. Nothing here gives out personal data.',
    },
    servers: [{ url: new URL(publicUrl).origin }],
    paths: {
      '/api/v1/products': { get: listProducts },
      '/api/v1/inquiries': { post: receiveInquiry },
      '/api/v1/suppliers/{id}/answers': { post: answerInstruction },
    },
    components: { schemas: { Product: product, Inquiry: inquiry, Answer: supplierAnswer, Problem: problem } },
  }
}

const text = (maxLength?: number) => ({ type: 'string', ...(maxLength && { maxLength }) })
const whole = (minimum: number, maximum?: number) => ({ type: 'integer', minimum, ...(maximum && { maximum }) })
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: object) => ({ 'application/json': { schema } })
const refusal = (description: string) => ({ description, content: { 'application/problem+json': { schema: ref('Problem') } } })
const query = (name: string, schema: object, description: string) => ({ name, in: 'query', required: false, schema, description })

const listProducts = {
  operationId: 'listProducts',
  summary: 'The catalogue: prices without VAT, stock and days to delivery',
  parameters: [
    query('search', text(200), 'Words in the name or the number'),
    query('category', text(), 'One of the shelves'),
    query('page', whole(1, 10_000), 'From 1'),
    query('pageSize', whole(1, 100), 'At most 100; 50 if not given'),
  ],
  responses: {
    200: {
      description: 'One page of products, by name',
      content: json({
        type: 'object',
        required: ['total', 'page', 'pageSize', 'products'],
        properties: {
          total: whole(0),
          page: whole(1),
          pageSize: whole(1, 100),
          products: { type: 'array', items: ref('Product') },
        },
      }),
    },
    422: refusal('The query is not understood'),
  },
}

const receiveInquiry = {
  operationId: 'receiveInquiry',
  summary: 'Ask a question or for a quote',
  description: 'Used to answer, never for advertising; it is no consent to anything. The privacy statement is at /en/privacy.',
  requestBody: { required: true, content: json(ref('Inquiry')) },
  responses: {
    201: {
      description: 'Received',
      content: json({
        type: 'object',
        required: ['number', 'answerBy'],
        properties: { number: { ...text(), examples: ['F-2026-00001'] }, answerBy: { ...text(), format: 'date' } },
      }),
    },
    400: refusal('The body is not JSON'),
    413: refusal('The body is larger than 1 MB'),
    422: refusal('A field is wrong, or holds what must not be sent (national identity or card numbers)'),
  },
}

const answerInstruction = {
  operationId: 'answerInstruction',
  summary: 'A supplier’s answer to an instruction about personal data',
  description:
    'Signed as Standard Webhooks say (webhook-id, webhook-timestamp, webhook-signature). `npm run supplier` shows how.',
  parameters: [{ name: 'id', in: 'path', required: true, schema: text(40), description: 'The supplier, as in our register' }],
  requestBody: { required: true, content: json(ref('Answer')) },
  responses: {
    200: {
      description: 'Taken; the same message again gives the same answer',
      content: json({
        type: 'object',
        required: ['state'],
        properties: { state: { enum: ['confirmed', 'kept_by_law', 'contested'] } },
      }),
    },
    401: refusal('Not signed with the secret of this supplier, or more than five minutes old'),
    404: refusal('No such instruction to this supplier'),
    409: refusal('Answered otherwise before'),
    422: refusal('Something is missing, such as sub-processors or backups'),
  },
}

const product = {
  type: 'object',
  required: [
    'sku',
    'name',
    'nameNb',
    'category',
    'currency',
    'vatRate',
    'stock',
    'leadDays',
    'decoration',
    'setupCost',
    'prices',
  ],
  properties: {
    sku: text(),
    name: text(),
    nameNb: { type: ['string', 'null'] },
    category: text(),
    currency: text(),
    vatRate: { type: 'number', description: 'Per cent' },
    stock: { type: ['integer', 'null'] },
    leadDays: { type: ['integer', 'null'] },
    decoration: { type: ['string', 'null'] },
    setupCost: { ...text(), description: 'Decimal, once per order' },
    prices: {
      type: 'array',
      items: {
        type: 'object',
        required: ['fromQuantity', 'unitPrice'],
        properties: { fromQuantity: whole(1), unitPrice: { ...text(), description: 'Decimal, without VAT' } },
      },
    },
  },
}

const item = {
  type: 'object',
  additionalProperties: false,
  required: ['sku', 'quantity'],
  properties: { sku: text(60), quantity: whole(1, mostPieces), wish: text(500) },
}

const inquiry = {
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'email'],
  properties: {
    kind: { enum: ['question', 'quote_request'] },
    body: text(10_000),
    email: { ...text(254), format: 'email' },
    phone: text(32),
    language: { enum: ['nb', 'en'], default: 'nb' },
    items: { type: 'array', maxItems: 30, items: item },
  },
}

const supplierAnswer = {
  type: 'object',
  required: ['type', 'data'],
  properties: {
    type: { enum: ['instruction.done', 'instruction.kept'] },
    data: {
      type: 'object',
      required: ['instruction'],
      properties: {
        instruction: { ...text(), format: 'uuid' },
        doneOn: { ...text(), format: 'date' },
        subProcessors: { enum: ['none', 'done'] },
        backupsLapseOn: { ...text(), format: 'date', description: 'When the last backup with the data is gone' },
        backupPolicy: { ...text(100), description: 'The version of your rules for backups that this rests on' },
        dataClass: text(200),
        statute: text(200),
        section: text(200),
        holder: text(200),
        keepsUntil: { ...text(), format: 'date' },
      },
    },
  },
}

const problem = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status'],
  properties: {
    type: text(),
    title: text(),
    status: whole(400, 599),
    detail: text(),
    problems: { type: 'object', additionalProperties: text(), description: 'What is wrong with which field' },
  },
}
