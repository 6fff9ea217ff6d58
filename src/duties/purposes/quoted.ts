/** `core.sales_order`, and with what stands for SQL's own words in quotes. */
export function quoted(table: string): string {
  const [schema, name] = table.split('.')
  return `${schema}.${identifier(name!)}`
}

export function identifier(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !['user', 'of', 'key', 'at', 'one', 'order'].includes(name) ? name : `"${name}"`
}
