import { personalColumn, viewName, type Declared } from '#personal-data'

/**
 * What a field of the register holds about a person, as a function of the database written from the declarations: `person.phone` is
 * contact. Null for what says who it is about and nothing more.
 */
export function fieldCategorySql(inventory: readonly Declared[]): string {
  const known = inventory.flatMap(({ table, columns }) =>
    Object.entries(columns).flatMap(([name, column]) => {
      const holds = personalColumn(column)?.holds
      return holds === undefined ? [] : [`('${viewName(table)}.${name}', '${holds}')`]
    }),
  )
  return `drop function if exists house.field_category(text);
create function house.field_category(field text) returns text language sql immutable as $category$
  select c.holds from (values ${known.join(', ')}) c (field, holds) where c.field = $1 $category$`
}
