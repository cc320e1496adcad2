import { genesIn } from '../../codes/genes.ts'
import { matchesOf } from '../../codes/matches-of.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import type { Reading } from '../prose/reading.ts'

/** What a document as a whole says of its genomic results: whether it is a report of them, of what material, by what assay, when. */
export type GenomicSetting = { report: boolean; origin?: 'somatic' | 'germline'; assay?: string; date?: PartialDate }

export function genomicSetting(text: string, reading: Reading): GenomicSetting {
  const head = text.slice(0, 6000)
  const report =
    reading.kind === 'genomics' ||
    (UNTITLED.has(reading.kind) &&
      ((count(head, GENOMIC) >= 3 && (reading.kind !== 'letter' || isAboutGenes(head))) ||
        (TITLE.test(head.slice(0, 240)) && genesIn(head, true).length >= 3)))
  const molecular =
    reading.kind === 'pathology' &&
    /\b(?:molecular|sequencing|NGS|tissue panel|genes?\b[^\n]{0,30}panel|panel[^\n]{0,30}genes)\b/i.test(text)
  if (!report && !molecular) return { report: false }
  const germline =
    report &&
    ((count(head, GERMLINE) >= 2 && count(head, TUMOUR) < 2) ||
      (INHERITED.test(head) && count(head, TUMOUR) === 0 && !OF_TUMOUR.test(head)))
  const plasma = report && /\b(?:cfDNA|ctDNA|circulating tumou?r DNA|liquid biopsy|circulating DNA|plasma|whole blood)\b/i.test(head)
  return {
    report: true,
    origin: germline ? 'germline' : 'somatic',
    assay: germline ? 'germline panel' : plasma ? 'ctDNA' : 'tissue NGS',
    ...(reading.said ? { date: reading.said } : {}),
  }
}

/** A letter about treatment may tell a result of genes in a sentence; that makes it no report of them. */
const isAboutGenes = (head: string) => TITLE.test(head.slice(0, 400)) || count(head, GERMLINE) >= 2

const UNTITLED: ReadonlySet<string> = new Set(['other', 'laboratory', 'letter'])
/** What a report of genes calls itself, or what it counts. */
const TITLE =
  /\b(?:circulating (?:tumou?r )?DNA|liquid biopsy|tumou?r profil\w+|solid tumou?r (?:panel|report)|genom\w+|sequencing|NGS|gene panel|panel \(\d{2,3} genes|\d{2,3}[- ]gene|familial (?:breast|cancer)|human genetics)\b/i

const count = (text: string, pattern: RegExp) => new Set(matchesOf(text, pattern).map((match) => match[0].toLowerCase())).size
const GENOMIC =
  /\b(?:pathogenic|variants?|VUS|uncertain significance|zygosity|heterozygous|germline|somatic|cfDNA|ctDNA|VAF|allele|mut\/Mb|microsatellite|genes? (?:tested|analy[sz]ed)|sequencing|exon|amplification|not detected)\b/gi
const GERMLINE =
  /\b(?:germline|hereditary|inherited|zygosity|heterozygous|homozygous|genetic counsel\w+|saliva|buccal|relatives|family members|carrier|cancer risk|constitutional|lymphocyte|familial|index patient|pedigree|class [345]|human genetics|clinical genetics|blood of)\b/gi
const INHERITED =
  /\b(?:germline (?:genetic )?(?:DNA|panel|test\w*|report|analysis)|(?:lymphocyte|blood) DNA|constitutional|hereditary|breast\/ovarian|cancer genetics|genetic counsel\w+|CGC|blood test\b[^.\n]{0,24}\bgenes?)\b/i
const OF_TUMOUR = /\b(?:tumou?r|FFPE|tissue|biopsy (?:specimen|sample)|metasta\w+)\b/i
const TUMOUR =
  /\b(?:somatic|cfDNA|ctDNA|VAF|allele (?:fraction|frequency)|tumou?r (?:purity|fraction|content)|mut\/Mb|microsatellite|plasma|block)\b/gi
