import { headedCells } from './headed-cells.ts'
import { measuresIn } from './measures.ts'
import type { FoundSize } from './tumor-size.ts'

/** Sizes of the tumours that a table lists below a head ("Focus | Size (mm) | Grade"): one a row. */
export function sizesInColumns(text: string, side: 'left' | 'right' | undefined): FoundSize[] {
  return headedCells(text, SIZE_HEAD).flatMap(({ head, row, start, words }): FoundSize[] => {
    if (NO_TUMOUR.test(head) || NO_TUMOUR.test(row)) return []
    const unit = /\b(mm|cm)\b/i.exec(head)?.[1] ?? ''
    const value = words.trim()
    const measure = measuresIn(/[a-z]m\b/i.test(value) ? value : unit === '' ? '' : `${value} ${unit}`)[0]
    if (measure === undefined || !/^[\d.,\sx×cm<~]+(?:\([^()]*\))?$/i.test(value)) return []
    const from = start + words.indexOf(value)
    return [
      {
        value: { mm: measure.mm, how: 'pathology', where: `${side ? `${side} ` : ''}breast`, of: 'invasive' },
        start: from,
        end: from + value.length,
      },
    ]
  })
}

const SIZE_HEAD = /\b(?:sizes?|dimensions?|diameter|extent|invasive|max\w*)\b/i
const NO_TUMOUR =
  /\b(?:dcis|lcis|in[\s-]situ|whole|total|nodes?|LNs?|margins?|distance|specimen|weight|deposit|metasta\w+|core|block|imaging|ultraso\w*|mammogra\w*|MRI|US|skin|benign|cyst|fibroadenoma|papilloma)\b/i
