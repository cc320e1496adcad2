import type { FactValue, Her2, HormoneReceptor } from '@carefolio/core/record/fact.ts'
import { her2Status, readHer2 } from '@carefolio/core/understand/pathology/her2-value.ts'
import { readHormoneReceptor } from '@carefolio/core/understand/pathology/hormone-value.ts'
import { receptorLabels } from '@carefolio/core/understand/pathology/receptor-labels.ts'
import { isDateIn, namedIn } from '../in-quote.ts'
import type { QuotePlace } from '../quote-place.ts'
import type { ReceptorStatement } from './schema.ts'

/** Each receptor counts by itself, and only with the value that our own reader finds beside its name in the sentences of the quote. */
export function checkReceptors(statement: ReceptorStatement, place: QuotePlace): FactValue<'receptors'> | undefined {
  const read = readIn(place)
  const er = sameHormone(statement.er, read.er)
  const pr = sameHormone(statement.pr, read.pr)
  const her2 = sameHer2(statement.her2, read.her2)
  if (!er && !pr && !her2) return undefined
  const date = statement.date && isDateIn(statement.date, place) ? statement.date : undefined
  return {
    specimen: namedIn(statement.specimen, place.reading.document) ? statement.specimen : 'tumor',
    ...(date ? { date } : {}),
    ...(er ? { er } : {}),
    ...(pr ? { pr } : {}),
    ...(her2 ? { her2 } : {}),
  }
}

type Read = { er?: HormoneReceptor[]; pr?: HormoneReceptor[]; her2?: Her2[] }

/** What the rules find in the sentences, and what stands right behind each name. */
function readIn({ words, facts }: QuotePlace): Required<Read> {
  const found: Required<Read> = { er: [], pr: [], her2: [] }
  for (const fact of facts) {
    if (fact.kind !== 'receptors') continue
    if (fact.value.er) found.er.push(fact.value.er)
    if (fact.value.pr) found.pr.push(fact.value.pr)
    if (fact.value.her2) found.her2.push(fact.value.her2)
  }
  const labels = receptorLabels(words)
  labels.forEach(({ marker, end }, index) => {
    const to = labels[index + 1]?.start ?? words.length
    if (marker === 'er' || marker === 'pr') {
      const read = readHormoneReceptor(words, end, to, marker)
      if (typeof read === 'object') found[marker].push(read.value)
    } else if (marker === 'her2') {
      const read = readHer2(words, end, to)
      if (typeof read === 'object') {
        const { word, ...value } = read.value
        const status = her2Status({ ...value, ...(word ? { word } : {}) })
        found.her2.push({ ...value, ...(status ? { status } : {}) })
      }
    }
  })
  return found
}

/** All that was read must say the same as the model, or the words are unclear. */
function sameHormone(said: ReceptorStatement['er'], read: readonly HormoneReceptor[]): HormoneReceptor | undefined {
  const [first] = read
  if (!said || !first || read.some(({ status }) => status !== said.status)) return undefined
  const percent = read.find((one) => one.percent !== undefined)?.percent
  if (said.percent != null && said.percent !== percent) return undefined
  return first.percent === undefined && percent !== undefined ? { ...first, percent } : first
}

function sameHer2(said: ReceptorStatement['her2'], read: readonly Her2[]): Her2 | undefined {
  const [first] = read
  if (!said || !first || (said.status == null && said.ihc == null && said.ish == null)) return undefined
  const differs = (key: 'status' | 'ihc' | 'ish') =>
    said[key] != null && read.some((one) => one[key] !== undefined && one[key] !== said[key])
  const isRead = (key: 'status' | 'ihc' | 'ish') => said[key] == null || read.some((one) => one[key] === said[key])
  return (['status', 'ihc', 'ish'] as const).every((key) => !differs(key) && isRead(key))
    ? Object.assign({}, ...read.toReversed())
    : undefined
}
