import { type GeneMention, HEREDITARY } from '../../codes/genes.ts'
import type { GenomicSetting } from './genomic-setting.ts'

/** Whether a result is of the tumour or inherited, by the words around it and the test. */
export function originOf(
  words: string,
  gene: string,
  mention: GeneMention,
  setting: GenomicSetting,
  underInherited: boolean,
): 'somatic' | 'germline' | undefined {
  const germline =
    /(?<!\b(?:may be|possibl[ey]|likely|potential(?:ly)?|suspected|presumed) )\b(?:germline|hereditary|inherited|carriers?|carry|genetic testing|genetics|saliva|constitutional|R208|invitae|ambry|myriad)\b/i.test(
      words,
    )
  const somatic = /\b(?:somatic|ctDNA|cfDNA|tissue|tumou?r|liquid|NGS|plasma|guardant|foundation\w*|tempus|caris)\b/i.test(words)
  if (mention.somatic || /\breversion\b/i.test(words) || (ONLY_ACQUIRED.has(gene) && !/\bgermline\b/i.test(words))) return 'somatic'
  if (mention.germline || (germline && !somatic)) return 'germline'
  if (germline && somatic && setting.origin === undefined) return undefined
  if (setting.origin) return setting.origin
  if (somatic) return 'somatic'
  return HEREDITARY.has(gene) || underInherited ? undefined : 'somatic'
}

/** Drivers that tumours acquire; a letter that also speaks of inheritance does not make them inherited. */
const ONLY_ACQUIRED: ReadonlySet<string> = new Set(['PIK3CA', 'ESR1', 'AKT1', 'ERBB2', 'PIK3R1', 'CCND1', 'FGFR1', 'GATA3', 'MYC'])

/** The kind of test that the words name. */
export function assayOf(words: string, origin: string | undefined, setting: GenomicSetting): string | undefined {
  if (origin === 'germline' && setting.origin !== 'germline') return 'germline panel'
  if (origin === 'somatic' && setting.origin === 'germline') return undefined
  if (setting.assay) return setting.assay
  if (/\b(?:ctDNA|cfDNA|liquid|plasma|guardant\w*)\b/i.test(words) && !/\btissue\b/i.test(words)) return 'ctDNA'
  if (
    /\b(?:tissue|tumou?r (?:NGS|sequencing|panel)|FoundationOne CDx|NGS (?:of|on|from) (?:the |her |his )?[\w -]{0,24}biops\w*)\b/i.test(
      words,
    ) &&
    !/\b(?:ctDNA|liquid)\b/i.test(words)
  )
    return 'tissue NGS'
  return undefined
}

/** A test for what is inherited, by its words or its laboratory. */
export const INHERITED = /\b(?:germline|hereditary|genetics|genetic testing|saliva|constitutional|R208|invitae|ambry|myriad)\b/i
