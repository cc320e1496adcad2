import type { DocumentLine, OriginalFile } from '@carefolio/core/api/originals.ts'

/** The files of one series, in the order of their names: what a scanner wrote in one go lies in one folder and has one title and one day. */
export function seriesOf(originals: readonly OriginalFile[], shown: DocumentLine): DocumentLine[] {
  const same = originals
    .flatMap(({ documents }) => documents)
    .filter(
      (one) =>
        one.format === 'dicom' &&
        one.read &&
        one.title === shown.title &&
        one.date === shown.date &&
        folderOf(one.file) === folderOf(shown.file),
    )
  const series = same.some(({ id }) => id === shown.id) ? same : [shown]
  return series.toSorted((a, b) => ORDER.compare(a.file, b.file))
}

const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/') + 1)
/** `IM10` stands after `IM9`. */
const ORDER = new Intl.Collator('en', { numeric: true })
