import type { Her2 } from '../../record/fact.ts'
import { type IshNumber, ishByNumbers } from './her2-ish.ts'
import { her2Status } from './her2-value.ts'

type Said = { value: Her2; start: number; end: number }

/**
 * The HER2 of one specimen from all that is said of it, in reading order. A later word supersedes an earlier score of another meaning; ISH
 * numbers between the clear groups (ASCO/CAP 2018 groups 2, 3 and 4) give no result by themselves: the pathologist's conclusion does.
 */
export function her2OfSpecimen(said: readonly Said[], numbers: readonly IshNumber[]): Her2 | undefined {
  let value: Her2 = {}
  let concluded: { status: 'positive' | 'negative'; after2: boolean } | undefined
  for (const { value: next } of said) {
    const { status } = next
    if (next.ihc === undefined && next.ish === undefined && (status === 'positive' || status === 'negative')) {
      concluded = { status, after2: value.ihc === '2+' }
      if ((status === 'negative' && value.ihc === '3+') || (status === 'positive' && (value.ihc === '0' || value.ihc === '1+')))
        value = { ...without(value, 'ihc') }
    }
    value = { ...value, ...next }
  }
  for (const [index, number] of numbers.entries()) {
    // of lesions listed side by side the first is the main one; a number given much later is an addendum's
    const earlier = numbers.slice(0, index).find((one) => one.what === number.what)
    if (!earlier || number.start - earlier.end > 400) value = { ...value, [number.what]: number.value }
  }
  if (Object.keys(value).length === 0) return undefined
  const ish = ishOf(value, concluded?.status)
  const { status: word, ...parts } = value
  const known = { ...parts, ...(ish ? { ish } : {}) }
  // a conclusion that follows a score of 2+ rests on the test that 2+ asks for
  const status =
    ish === undefined && known.ihc === '2+' && concluded?.after2 ? concluded.status : her2Status({ ...known, ...(word ? { word } : {}) })
  return { ...known, ...(status ? { status } : {}) }
}

function ishOf(value: Her2, concluded: 'positive' | 'negative' | undefined): Her2['ish'] {
  const byNumbers = ishByNumbers(value.ratio, value.copy)
  // "Result: equivocal" of a hybridisation alone
  if (byNumbers === 'not-amplified' && value.ihc === undefined && value.ish === undefined && value.status === 'equivocal')
    return 'equivocal'
  const unclear = value.ish === 'equivocal' || (value.ratio !== undefined && byNumbers === undefined)
  if (unclear && concluded) return concluded === 'positive' ? 'amplified' : 'not-amplified'
  return value.ish ?? byNumbers ?? (unclear ? 'equivocal' : undefined)
}

function without(value: Her2, part: 'ihc'): Her2 {
  const { [part]: _, ...rest } = value
  return rest
}
