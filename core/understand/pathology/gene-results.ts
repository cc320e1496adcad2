import { type GeneMention, genesIn } from '../../codes/genes.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { findDates } from '../prose/dates.ts'
import type { Reading } from '../prose/reading.ts'
import type { FoundBiomarker } from './biomarkers.ts'
import { judge, type Told } from './gene-judgement.ts'
import { assayOf, INHERITED, originOf } from './gene-origin.ts'
import { headingMode, linesOf, type Mode, statementsOf } from './gene-statements.ts'
import {
  EXPLANATION,
  FAMILY,
  HYPOTHETICAL_AFTER,
  HYPOTHETICAL_BEFORE,
  IMMUNO,
  NEGATIVE_BEFORE,
  PANEL_LIST,
  PHARMACOGENES,
  RELATIVE,
  STAINED,
  VUS,
  VUS_HEADING,
} from './gene-words.ts'
import type { GenomicSetting } from './genomic-setting.ts'
import { wholePanel } from './germline-panel.ts'
import { priorColumn, priorResults } from './prior-column.ts'
import { testDate } from './test-date.ts'
import { type Variant, variantsIn } from './variants.ts'

/** Results of genes, statement by statement: a table row, a list item, a sentence. */
export function geneResults(text: string, reading: Reading, setting: GenomicSetting): FoundBiomarker[] {
  const found: FoundBiomarker[] = []
  let mode: Mode = 'none'
  let under: 'germline' | undefined
  let prior: { column: number; date: PartialDate } | undefined
  for (const line of linesOf(text)) {
    const heading = headingMode(line.words)
    if (heading !== undefined) {
      mode = heading
      under = INHERITED_PART.test(line.words) ? 'germline' : undefined
    }
    const column = priorColumn(line.words)
    if (column) prior = column
    if (mode === 'skip' && /^\s*(?:no|negative)\b/i.test(line.words) && genesIn(line.words, true).length > 0) mode = 'none'
    if (mode === 'skip') continue
    const family = FAMILY.test(line.words)
    let own: Mode = mode
    let tested = !family
    for (const statement of statementsOf(line)) {
      // who tells of relatives and then of a test goes on about the test
      tested ||= /\b(?:germline|genetic|panel|invitae|ambry|myriad|\d{1,3}[- ]genes?)\b/i.test(statement.words)
      if (!tested) continue
      own = inlineHeading(statement.words) ?? own
      const results = resultsOf(statement.words, setting, own, reading, line.words.slice(0, statement.start - line.start).slice(-200))
      found.push(
        ...results.map((one) => ({
          ...one,
          value: under === undefined ? one.value : { ...one.value, origin: under },
          start: statement.start + one.start,
          end: statement.start + one.end,
        })),
      )
    }
    if (prior) found.push(...priorResults(line, prior, setting))
  }
  return [...found, ...wholePanel(text, setting, reading)]
}

/** "VUS: A; B. Pathogenic variants: C; D": what stands before a colon holds for the items behind it. */
function inlineHeading(words: string): Mode | undefined {
  const lead = /^[\s\W]*([A-Za-z][^:;]{2,60}):\s*\S/.exec(words)?.[1]
  if (lead === undefined || genesIn(lead, true).length > 0) return undefined
  if (NEGATIVE_LEAD.test(lead)) return 'negative'
  if (VUS.test(lead) || VUS_HEADING.test(lead) || /\btier\s*(?:III|3)\b/i.test(lead)) return 'vus'
  return /\b(?:pathogenic|detected|reportable|actionable|tier\s*(?:I{1,2}|[12]))\b/i.test(lead) && !/\b(?:no|not)\b/i.test(lead)
    ? 'positive'
    : undefined
}

/** "Negative: PIK3CA, AKT1", "Not detected: …", "Wild type: …". */
const NEGATIVE_LEAD =
  /^(?!.*\bpositive\b)(?=.*\b(?:negatives?|not (?:detected|found|identified|seen|mutated|altered)|undetected|wild[- ]?type|normal|inconspicuous|unremarkable|(?:no|without) (?:\w+ ){0,3}(?:variants?|mutations?|alterations?|findings?))\b)(?:[\w/()-]+ ){0,8}[\w/()-]+\s*$/i

/** The part of a tumour's report on what is inherited. */
const INHERITED_PART = /^\W*(?:germline|inherited|constitutional)\b/i

function resultsOf(words: string, setting: GenomicSetting, mode: Mode, reading: Reading, said: string): FoundBiomarker[] {
  const mentions = genesIn(words, setting.report && reading.kind !== 'pathology').filter(
    ({ genes }) => !genes.some((gene) => PHARMACOGENES.has(gene)),
  )
  if (mentions.length === 0) return []
  if (PANEL_LIST.test(words) && !/\b(?:no|not|negative)\b/i.test(words)) return []
  if (setting.report && EXPLANATION.test(words) && words.length > 90) return []
  const found: FoundBiomarker[] = []
  const groups = groupsOf(words, mentions)
  for (const [index, group] of groups.entries()) {
    const first = group[0]
    const last = group.at(-1)
    if (!first || !last) continue
    const before = words.slice(groups[index - 1]?.at(-1)?.end ?? 0, first.start)
    // a symbol that is in no list of ours still ends what is told of this gene
    const behind = words.slice(last.end, groups[index + 1]?.[0]?.start ?? words.length)
    const led = groups[index + 1] === undefined ? behind : behind.replace(LEADS_TO_NEXT, '')
    const after = led.slice(0, OTHER_SYMBOL.exec(led)?.index ?? led.length)
    const whole = words.slice(Math.max(0, first.start - 200), first.start)
    // of a test told in a note its name and day stand at the head of the line
    const head = setting.report ? '' : `${said} `
    const near = words.slice(Math.max(0, first.start - 300), last.end + 300)
    if (RELATIVE.test(whole) || HYPOTHETICAL_BEFORE.test(whole) || HYPOTHETICAL_AFTER.test(after)) continue
    const behindGene = variantsIn(after).filter((one) => one.start < 60 || variantsIn(after.slice(0, 60)).length > 0)
    // "mutation c.1624G>A (p.Glu542Lys) in exon 9 of PIK3CA"
    const variants =
      behindGene.length === 0 && VARIANT_IN.test(before)
        ? variantsIn(before)
            .slice(-1)
            .map((one) => ({ ...one, start: 0, end: 0 }))
        : behindGene
    if (/^-(?:associated|related|driven|like)\b/i.test(after)) continue
    if (
      reading.kind !== 'genomics' &&
      variants.length === 0 &&
      IMMUNO.test(after) &&
      group.every(({ genes }) => genes.every((gene) => STAINED.has(gene)))
    )
      continue
    const told = judge(before, after, near, variants, mode, setting.report, index === 0 ? whole : before)
    if (told === undefined) {
      // "gBRCA1" names a carrier when nothing beside it denies that
      if (group.every((mention) => mention.germline)) found.push(...carriers(group, setting))
      continue
    }
    for (const mention of group)
      for (const gene of mention.genes) {
        const named =
          told.variants.length > 0 && (gene === last.genes[0] || told.variants[0]?.name === 'reversion mutation')
            ? told.variants
            : [undefined]
        for (const variant of named) {
          const origin = originOf(near, gene, mention, setting, INHERITED.test(said)) ?? (INHERITED.test(said) ? 'germline' : undefined)
          const own = assayOf(near, origin, setting)
          const assay = own ?? assayOf(head, origin, setting)
          const sameTest = assay !== undefined && (own === undefined || own === assayOf(head, undefined, setting))
          const date =
            earlierDay(near, reading) ?? setting.date ?? testDate(near, reading) ?? (sameTest ? testDate(head, reading) : undefined)
          const vaf = told.result === 'negative' ? undefined : shareAfter(after, variant)
          found.push({
            value: {
              gene,
              ...(variant ? { variant: variant.name } : {}),
              ...(origin ? { origin } : assay === 'ctDNA' || assay === 'tissue NGS' ? { origin: 'somatic' as const } : {}),
              result: told.result,
              ...(assay ? { assay } : {}),
              ...(vaf === undefined ? {} : { vaf }),
              ...(date ? { date } : {}),
            },
            start: quoteStart(before, first, told.result),
            end: Math.min(words.length, Math.max(last.end + (variant?.end ?? 0), last.end + told.end)),
            certain: told.certain,
          })
        }
      }
  }
  return found
}

/** "Germline VUS previously reported 2021": the day of that other test. */
function earlierDay(words: string, reading: Reading): PartialDate | undefined {
  const told = EARLIER.exec(words)
  return told ? findDates(words.slice(told.index, told.index + 60), reading.said)[0]?.date : undefined
}
const EARLIER = /\b(?:previously|already|earlier) (?:reported|identified|found|detected|known|tested)\b(?=[^.;]{0,20}\d)/i

function carriers(group: readonly GeneMention[], setting: GenomicSetting): FoundBiomarker[] {
  return group.flatMap((mention) =>
    mention.genes.length > 1
      ? []
      : mention.genes.map((gene) => ({
          value: { gene, origin: 'germline' as const, result: 'positive' as const, ...(setting.date ? { date: setting.date } : {}) },
          start: mention.start,
          end: mention.end,
          certain: false,
        })),
  )
}

/** Genes joined by commas, slashes or "and" are told one result. */
function groupsOf(words: string, mentions: readonly GeneMention[]): GeneMention[][] {
  const groups: GeneMention[][] = []
  for (const mention of mentions) {
    const group = groups.at(-1)
    const previous = group?.at(-1)
    if (
      group &&
      previous &&
      /^\s*(?:[,;]|\/|&|and|or|[,;]\s*and|,\s*or|\+)?\s*$/.test(words.slice(previous.end, mention.start)) &&
      !/^\s*$/.test(words.slice(previous.end, mention.start))
    )
      group.push(mention)
    else groups.push([mention])
  }
  return groups
}

const VARIANT_IN = /\d[^.;]{0,40}\b(?:in|of)\s+(?:exon \d{1,2} of )?(?:the )?$/i
/** "…), VUS in": what leads to the next gene says nothing of this one. */
const LEADS_TO_NEXT =
  /[,;]?\s*(?:and )?(?:also )?(?:an? )?(?:VUS|variants? of (?:uncertain|unknown) significance|(?:likely )?pathogenic (?:variants?|mutations?)|mutations?|positive|negative)\s+(?:(?:was |were )?(?:found|identified|detected) )?(?:in|of|for)\s(?:the )?$/i
const OTHER_SYMBOL = /\s[A-Z][A-Z0-9]{2,8}\s+(?:p\.)?(?=[A-Z]\d{2,4}[A-Z*]|[A-Z][a-z]{2}\d)/

/** "No pathogenic variants in: BRCA2, …" begins the quote; a result behind the gene does not need what stands before it. */
function quoteStart(before: string, first: GeneMention, result: Told['result']): number {
  if (result !== 'negative' || !NEGATIVE_BEFORE.test(before)) return first.start
  const from = first.start - before.length
  return from + (before.length - before.trimStart().length)
}

/** Variant allele fraction: the first percentage behind the variant. */
function shareAfter(after: string, variant: Variant | undefined): number | undefined {
  if (variant?.kind !== 'sequence') return undefined
  const share = /^[^%;]{0,40}?(\d{1,2}(?:\.\d{1,2})?)\s*%/.exec(after.slice(variant.end))
  return share ? Number(share[1]) : undefined
}
