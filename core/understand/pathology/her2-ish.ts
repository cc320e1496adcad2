import { matchesOf } from '../../codes/matches-of.ts'
/** A number of an in situ hybridisation and where it stands. */
export type IshNumber = { what: 'ratio' | 'copy'; value: number; start: number; end: number }

/** HER2/CEP17 ratios and HER2 copies per nucleus, in reading order; limits ("ratio ≥ 2.0") are not results. */
export function ishNumbers(text: string): IshNumber[] {
  if (!/\b(?:f|c|s|d)?-?ish\b|hybridi[sz]ation|cep\s?17|d17z1|amplif/i.test(text)) return []
  const found: IshNumber[] = []
  for (const [what, pattern] of NUMBERS)
    for (const match of matchesOf(text, pattern)) {
      const value = Number(match.slice(1).find((group) => group !== undefined))
      if (!Number.isFinite(value) || value <= 0 || value > (what === 'ratio' ? 30 : 100)) continue
      if (DOUBTED.test(text.slice(match.index, match.index + 360))) continue
      found.push({ what, value, start: match.index, end: match.index + match[0].length })
    }
  return found.sort((a, b) => a.start - b.start).filter((one, index, all) => !all.slice(0, index).some((other) => other.end > one.start))
}

/** ISH result by the numbers alone: dual-probe groups 1 and 5 of ASCO/CAP 2018; what lies between needs a pathologist. */
export function ishByNumbers(ratio: number | undefined, copy: number | undefined): 'amplified' | 'not-amplified' | undefined {
  if (ratio === undefined) return undefined
  if (ratio >= 2) return copy === undefined || copy >= 4 ? 'amplified' : undefined
  return copy === undefined || copy < 4 ? 'not-amplified' : undefined
}

/** The laboratory itself does not trust the number: "may not reflect true amplification". */
const DOUBTED = /\bmay not\b[\s\S]{0,60}\b(?:true|amplification)\b/i

const PROBE = String.raw`(?:cep|chr(?:omosome)?|d17z1|ch)[\s-]*(?:17)?`
const HER2 = String.raw`her-?\s?2(?:\s*[/-]?\s*neu)?`
const NUMBERS: readonly (readonly ['ratio' | 'copy', RegExp])[] = [
  [
    'ratio',
    new RegExp(
      String.raw`\b${HER2}\s*(?:\/|:|to|-)?\s*${PROBE}\s*(?:signal\s*)?ratio\s*(?:is|of|was|:|=|\.|\()*\s*(\d{1,2}(?:\.\d+)?)(?![\d/+%])`,
      'gi',
    ),
  ],
  [
    'ratio',
    /(?:^|[\n(;,.:]| {2}|\b(?:ish|fish|amplified|negative|positive|signal))[ \t]{0,40}\(?[ \t]{0,4}(?:average\s{1,3})?ratio\s*(?:is|of|was|[:=.(])*\s*(\d{1,2}(?:\.\d+)?)(?![\d/+%])/gi,
  ],
  // "HER2 2.2, CEN17 1.9, R = 1.16"
  ['ratio', /(?<=\b(?:cep|cen|chr|d17z1)[\s-]{0,2}17\s?[:=]?\s?\d{1,2}(?:\.\d{1,2})?[,;\s]{1,3})R\s?[=:]\s?(\d{1,2}\.\d{1,2})(?![\d%])/gi],
  // "HER2:CEN17 = 5.6", "HER2/CEP17 2.2"
  [
    'ratio',
    new RegExp(String.raw`\b${HER2}\s*[/:]\s*(?:cep|cen|chr|d17z1)[\s-]*17\s*(?:is|was|:|=)?\s*(\d{1,2}\.\d{1,2})(?![\d/+%])`, 'gi'),
  ],
  // "the ratio of HER2 to chromosome 17 signals was 1.2"
  [
    'ratio',
    new RegExp(
      String.raw`\bratio of (?:the )?${HER2}(?: gene)?(?: signals?| cop(?:y|ies))? (?:to|over|and) (?:the )?(?:${PROBE}|centromer\w*)(?: 17)?(?: (?:centromere|signals?|cop(?:y|ies)))?\s*(?:is|of|was|:|=)*\s*(\d{1,2}(?:\.\d+)?)(?![\d/+%])`,
      'gi',
    ),
  ],
  ['ratio', /\b(?:non|not|un)?-?\s?amplified\s*\(\s*(?:ratio\s*[:=]?\s*)?(\d{1,2}\.\d{1,2})\s*\)/gi],
  ['ratio', /\bfish\s+(?:was\s+)?(?:not\s+)?(?:amplified|negative|positive),?\s+(\d\.\d{1,2})\b/gi],
  [
    'copy',
    new RegExp(
      String.raw`\b(?:(?:average|mean|avg\.?)\s+)?(?:number of\s+|no\. of\s+)?${HER2}\s+(?:gene\s+)?(?:signals?|cop(?:y|ies)(?:\s+(?:numbers?|no\.?))?)(?:\s*(?:\/|per)\s*(?:tumou?r\s+)?(?:cell|nucle(?:us|i)))?\s*(?:is|of|was|[:=.|]|\s)*\s*(\d{1,2}(?:\.\d+)?)(?![\d/+%])`,
      'gi',
    ),
  ],
  [
    'copy',
    /(?<![\d.])(\d{1,2}\.\d{1,2})\s+(?:her-?2\s+)?(?:copies|signals)(?:\s*(?:\/|per)\s*(?:cell|nucle(?:us|i)))?(?=[\s,.;)])(?!\s+of)/gi,
  ],
  // "HER2 (mean)   3.4", "HER2 signals, average: 4.1"
  [
    'copy',
    new RegExp(
      String.raw`\b${HER2}(?: (?:signals?|cop(?:y|ies)))?(?:,? ?\(?)(?:mean|average|avg)\.?\)?[ \t]{0,30}[:=|]?[ \t]{0,30}(\d{1,2}\.\d{1,2})(?![\d/+%])`,
      'gi',
    ),
  ],
  // "HER2 5.1  CEP17 3.0"
  [
    'copy',
    new RegExp(
      String.raw`\b${HER2}\s*[:=]?\s*(\d{1,2}\.\d{1,2})(?:\s*\/\s*cell)?[\s,;|]{1,12}(?:cep|cen|chr|d17z1)[\s-]*17\s*[:=]?\s*\d`,
      'gi',
    ),
  ],
  ['copy', /\bcop(?:y|ies)(?:\s+(?:number|no\.?))?\s*(?:is|of|was|[:=])?\s*(\d{1,2}\.\d{1,2})(?![\d/+%])/gi],
  ['copy', /\b(?:average|mean)\s+(?:of\s+)?(\d{1,2}\.\d{1,2})[\s.]*(?:copies|signals)\s+of\s+(?:lsi\s+)?her-?2/gi],
  ['copy', /\b(?:mean|average)\s+(?:her-?2\s+)?cop(?:y|ies)(?:\s+number)?\s*[:=]?\s*(\d{1,2}(?:\.\d+)?)\s*(?:signals|per|\/|,|;|$)/gim],
]
