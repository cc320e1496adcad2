import { cellsOf } from './cells.ts'

/** A table's text without the columns that hold no results of its own: clones, vendors, blocks, controls, reference ranges, what was reported elsewhere. The length stays. */
export function withoutOtherColumns(text: string): string {
  if (!HEADING.test(text)) return text
  let out = text
  const mask = (from: number, to: number) => {
    out = out.slice(0, from) + ' '.repeat(Math.max(0, to - from)) + out.slice(Math.max(from, to))
  }
  let at = 0
  for (const line of text.split('\n')) {
    const head = line.length < 300 && HEADING.test(line) ? cellsOf(text, at, at + line.length) : []
    const others = head.flatMap(({ words }, index) => (OTHER.test(words.trim()) ? [index] : []))
    if (head.length >= 2 && others.length > 0 && head.some(({ words }) => RESULT.test(words))) {
      for (const index of others) mask(head[index]?.start ?? 0, (head[index]?.start ?? 0) + (head[index]?.words.length ?? 0))
      for (const row of rowsBelow(text, at + line.length + 1)) {
        const cells = cellsOf(text, row.from, row.to)
        for (const index of others) {
          const column = (head[index]?.start ?? at) - at
          const cell = cells.length === head.length ? cells[index] : cells.length === head.length + 1 ? cells[index + 1] : undefined
          // the last column may hold gaps of its own: all from where it begins
          if (index === head.length - 1) {
            const gap = [...text.slice(row.from, row.to).matchAll(/(?: {2,}|\t|\|)(?=\S)/g)]
              .map((match) => match.index + match[0].length)
              .find((place) => Math.abs(place - column) <= SLACK)
            if (gap !== undefined) mask(row.from + gap, row.to)
          } else if (cell && Math.abs(cell.start - row.from - column) <= SLACK) mask(cell.start, cell.start + cell.words.length)
        }
      }
    }
    at += line.length + 1
  }
  return out
}

function* rowsBelow(text: string, from: number): Generator<{ from: number; to: number }> {
  let at = from
  for (let rows = 0; rows < 12 && at < text.length; rows++) {
    const newline = text.indexOf('\n', at)
    const to = newline === -1 ? text.length : newline
    if (text.slice(at, to).trim() === '') return
    yield { from: at, to }
    at = to + 1
  }
}

const OTHER =
  /^(?:(?:(?:on-?slide|internal|external|positive|negative|tissue) )?controls?(?: tissue)?|(?:as )?(?:reported|diagnosed|read|given) (?:there|elsewhere|outside|originally|before|by [a-z ]{2,20})|(?:outside|original|submitted|submitting|referring|referral)(?: (?:report|diagnosis|results?|pathology|hospital|lab(?:oratory)?|values?|reading|opinion))?|(?:antibody )?clones?|vendor|manufacturer|block|source|(?:(?:ref(?:erence)?\.?|normal|expected|cut-?offs?|thresholds?|limits?|ranges?|intervals?|values?|positive if|criteria)[ /(),]{0,3}){1,4})$/i
const HEADING =
  /\b(?:antibody|clones?|vendor|manufacturer|ref(?:erence)?|normal|expected|cut-?offs?|thresholds?|limits?|criteria|block|controls?|reported|diagnosed|outside|original|submitt\w+|referr\w+)\b/i
const RESULT =
  /^\s*(?:results?|observed|found|measured|patient|this (?:case|tumou?r)|percent\w*|%|% ?(?:cells|positive)?|interpretation|status|score|allred|intensity|value|call|(?:(?:on |this |our )*(?:second )?review)|our \w+|(?:tumou?r )?nuclei|here)\b|^\s*%/i
/** How far from its heading, in letters, a cell may begin. */
const SLACK = 6
