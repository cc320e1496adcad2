/**
 * Every match of a global pattern in a text, in order, as `text.matchAll(pattern)` finds them. That copies the pattern for each call, which costs
 * more than the search where the pattern is long and the text a line.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}
