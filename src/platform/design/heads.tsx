/** A table's row of heads, one for each column. */
export function Heads({ of }: { readonly of: readonly string[] }) {
  return (
    <tr>
      {of.map((head) => (
        <th key={head} scope="col">
          {head}
        </th>
      ))}
    </tr>
  )
}
