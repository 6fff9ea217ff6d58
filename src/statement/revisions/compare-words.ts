type Piece = { readonly how: 'same' | 'added' | 'removed'; readonly text: string }

/** What was taken out of a sentence and what was put in, word by word: the longest common run of words stays. */
export function compareWords(before: string, after: string): Piece[] {
  const [old, fresh] = [words(before), words(after)]
  const common = commonLengths(old, fresh)
  const pieces: Piece[] = []
  let [at, to] = [0, 0]
  while (at < old.length || to < fresh.length) {
    if (at < old.length && to < fresh.length && old[at] === fresh[to]) {
      add(pieces, 'same', old[at++]!)
      to += 1
    } else if (at < old.length && (to === fresh.length || common[at + 1]![to]! >= common[at]![to + 1]!))
      add(pieces, 'removed', old[at++]!)
    else add(pieces, 'added', fresh[to++]!)
  }
  return pieces
}

// A word bears the space behind it, so that the pieces put together are the sentence again.
function words(text: string): string[] {
  return text.match(/\S+\s*/g) ?? []
}

/** How many words the rests from `at` and `to` have in common, in order. */
function commonLengths(old: readonly string[], fresh: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => Array.from({ length: fresh.length + 1 }, () => 0))
  for (let at = old.length - 1; at >= 0; at--)
    for (let to = fresh.length - 1; to >= 0; to--)
      lengths[at]![to] =
        old[at] === fresh[to] ? lengths[at + 1]![to + 1]! + 1 : Math.max(lengths[at + 1]![to]!, lengths[at]![to + 1]!)
  return lengths
}

function add(pieces: Piece[], how: Piece['how'], text: string): void {
  const last = pieces.at(-1)
  if (last?.how === how) pieces[pieces.length - 1] = { how, text: last.text + text }
  else pieces.push({ how, text })
}
