/** What a sentence lists, each on a line of its own after a bullet: pages draw a list of it, letters stand as they are. */
export function oneBelowTheOther(items: readonly string[]): string {
  return `\n${items.map((item) => `${bullet}${item}`).join('\n')}\n`
}

/** The text again in its parts: words, and lists between them. */
export function partsOf(text: string): readonly (string | readonly string[])[] {
  const parts: (string | string[])[] = []
  for (const line of text.split('\n')) {
    const last = parts.at(-1)
    if (!line.startsWith(bullet)) parts.push(line)
    else if (Array.isArray(last)) last.push(line.slice(bullet.length))
    else parts.push([line.slice(bullet.length)])
  }
  return parts.filter((part) => part.length > 0)
}

const bullet = '• '
