/**
 * A text whose prose runs on where the layout only wrapped it: the line end between two words of one sentence is a space. Lists, tables, labels and
 * lines that end early stay as they are. The length stays, so that places stay true.
 */
export function withoutSoftWraps(text: string): string {
  const lines = text.split('\n')
  let out = lines[0] ?? ''
  let from = 0
  let width = 0
  let until = -1
  for (let at = 1; at < lines.length; at++) {
    const above = lines[at - 1] ?? ''
    const below = lines[at] ?? ''
    if (at > until) {
      // the lines of one paragraph share its width
      from = at - 1
      until = from
      while (until + 1 < lines.length && until - from < 60 && lines[until + 1]?.trim() !== '') until++
      width = Math.max(...lines.slice(from, until + 1).map((line) => line.trimEnd().length))
    }
    out += (wraps(above, below, width) ? ' ' : '\n') + below
  }
  return out
}

function wraps(above: string, below: string, width: number): boolean {
  const end = above.trimEnd()
  if (end === '' || below.trim() === '' || end.length > 400 || width < 24 || end.length < 0.7 * width) return false
  if (/[.:;?!|]$|\s{3}\S|\|/.test(end.trimStart()) || /\||\S\s{3}\S|\.{3}/.test(below) || ITEM.test(below)) return false
  return /^\s*(?:[a-z(]|\d+(?:\.\d+)?\s?(?:%|mm|cm)(?![a-z]))/.test(below)
    ? !LABELLED.test(end) || /[a-z,]$/.test(end)
    : OPEN_END.test(end) || OPEN_START.test(below)
}

/** A line that begins with a mark of lists or a label. */
const ITEM = /^\s*(?:[-•*▪]|\(?[A-Za-z0-9]{1,2}[.)]\s|[A-Za-z][A-Za-z0-9 /()-]{0,40}:)/
const LABELLED = /^\s*[A-Za-z][A-Za-z0-9 /()-]{0,40}:/
/** Words after which no sentence ends, and those that begin none. */
const OPEN_END = /\b(?:of|the|and|with|in|an?|for|is|are|was|were|to|by|from|at|on|or|than|measuring|approximately|left|right)$/i
const OPEN_START = /^\s*(?:of|and|with|in(?![\s-]situ)|to|for|by|from|at|on|or|than|which|is|are|was|were)\b(?!\s*[:=])/i
