import { type GeneMention, genesIn, HEREDITARY } from '../../codes/genes.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { findDates } from '../prose/dates.ts'
import type { Reading } from '../prose/reading.ts'
import type { FoundBiomarker } from './biomarkers.ts'
import type { GenomicSetting } from './genomic-setting.ts'
import { type Variant, variantsIn } from './variants.ts'

/** Results of genes, statement by statement: a table row, a list item, a sentence. */
export function geneResults(text: string, reading: Reading, setting: GenomicSetting): FoundBiomarker[] {
  const found: FoundBiomarker[] = []
  let mode: Mode = 'none'
  let prior: { column: number; date: PartialDate } | undefined
  for (const line of linesOf(text)) {
    const heading = headingMode(line.words)
    if (heading !== undefined) mode = heading
    const column = priorColumn(line.words)
    if (column) prior = column
    if (mode === 'skip' && /^\s*(?:no|negative)\b/i.test(line.words) && genesIn(line.words, true).length > 0) mode = 'none'
    if (mode === 'skip') continue
    const family = FAMILY.test(line.words)
    for (const statement of statementsOf(line)) {
      if (family && !/\b(?:germline|genetic|panel)\b/i.test(statement.words)) continue
      const results = resultsOf(statement.words, setting, mode, reading, line.words.slice(0, statement.start - line.start).slice(-110))
      found.push(...results.map((one) => ({ ...one, start: statement.start + one.start, end: statement.start + one.end })))
    }
    if (prior) found.push(...priorResults(line, prior, setting))
  }
  return [...found, ...wholePanel(text, setting, reading)]
}

type Mode = 'none' | 'positive' | 'negative' | 'vus' | 'skip'
type Line = { words: string; start: number }

/** Lines; in text that lost its lines, sentences. Wrapped list lines stay apart, since their heading still governs them. */
function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let at = 0
  for (const words of text.split('\n')) {
    if (words.trim()) lines.push({ words, start: at })
    at += words.length + 1
  }
  return lines
}

function statementsOf({ words, start }: Line): Line[] {
  const parts: Line[] = []
  let at = 0
  for (const stop of [...words.matchAll(/;|(?<!\b(?:incl|vs|e\.g|i\.e|approx|p|c|no|dr|ca))\.(?=\s|$)/gi), undefined]) {
    const end = stop ? stop.index + 1 : words.length
    if (words.slice(at, end).trim()) parts.push({ words: words.slice(at, end), start: start + at })
    at = end
  }
  return parts
}

/** What a heading says of the lines below it; undefined when the line is no heading. */
function headingMode(words: string): Mode | undefined {
  const line = words.trim()
  if (line.length > 110) return undefined
  const genes = genesIn(line, true).length
  if (SKIP.test(line) && genes <= 1) return 'skip'
  if (genes > 0) return undefined
  if (VUS_HEADING.test(line)) return 'vus'
  if (NEGATIVE_HEADING.test(line)) return 'negative'
  if (POSITIVE_HEADING.test(line)) return 'positive'
  if (/:\s*$/.test(line) || (/^[A-Z][A-Za-z &/-]{3,50}$/.test(line) && !/\d/.test(line) && line.split(/\s{2,}/).length === 1)) return 'none'
  return undefined
}

function resultsOf(words: string, setting: GenomicSetting, mode: Mode, reading: Reading, said: string): FoundBiomarker[] {
  const mentions = genesIn(words, setting.report && reading.kind !== 'pathology').filter(
    ({ genes }) => !genes.some((gene) => PHARMACOGENES.has(gene)),
  )
  if (mentions.length === 0) return []
  if (setting.report && EXPLANATION.test(words) && words.length > 90) return []
  const found: FoundBiomarker[] = []
  const groups = groupsOf(words, mentions)
  for (const [index, group] of groups.entries()) {
    const first = group[0]
    const last = group.at(-1)
    if (!first || !last) continue
    const before = words.slice(groups[index - 1]?.at(-1)?.end ?? 0, first.start)
    const after = words.slice(last.end, groups[index + 1]?.[0]?.start ?? words.length)
    const whole = words.slice(0, first.start)
    if (RELATIVE.test(whole) || HYPOTHETICAL_BEFORE.test(whole) || HYPOTHETICAL_AFTER.test(after)) continue
    const variants = variantsIn(after).filter((one) => one.start < 60 || variantsIn(after.slice(0, 60)).length > 0)
    if (/^-(?:associated|related|driven|like)\b/i.test(after)) continue
    if (
      reading.kind !== 'genomics' &&
      variants.length === 0 &&
      IMMUNO.test(after) &&
      group.every(({ genes }) => genes.every((gene) => STAINED.has(gene)))
    )
      continue
    const told = judge(before, after, words, variants, mode, setting.report, index === 0 ? whole : before)
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
          const origin = originOf(words, gene, mention, setting) ?? (/\bgermline\b/i.test(said) ? 'germline' : undefined)
          const assay = assayOf(words, origin, setting)
          const date = setting.date ?? onlyDate(words, reading)
          const vaf = told.result === 'negative' ? undefined : shareAfter(after, variant)
          found.push({
            value: {
              gene,
              ...(variant ? { variant: variant.name } : {}),
              ...(origin ? { origin } : {}),
              result: told.result,
              ...(assay ? { assay } : {}),
              ...(vaf === undefined ? {} : { vaf }),
              ...(date ? { date } : {}),
            },
            start: quoteStart(words, before, first, told.result),
            end: Math.min(words.length, Math.max(last.end + (variant?.end ?? 0), last.end + told.end)),
            certain: told.certain,
          })
        }
      }
  }
  return found
}

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
      /^\s*(?:,|\/|&|and|or|,\s*and|,\s*or|\+)?\s*$/.test(words.slice(previous.end, mention.start)) &&
      !/^\s*$/.test(words.slice(previous.end, mention.start))
    )
      group.push(mention)
    else groups.push([mention])
  }
  return groups
}

type Told = { result: 'positive' | 'negative' | 'vus'; variants: Variant[]; end: number; certain: boolean }

function judge(
  before: string,
  after: string,
  words: string,
  variants: readonly Variant[],
  mode: Mode,
  report: boolean,
  head: string,
): Told | undefined {
  const reversion = /\breversion\b/i.test(words)
  const sequence = variants.filter((one) => one.kind === 'sequence')
  const structural = variants.filter((one) => one.kind === 'structural')
  const denied = NEGATIVE_AFTER.exec(after)
  const deniedBefore = NEGATIVE_BEFORE.test(head)
  if (reversion)
    return deniedBefore || denied
      ? {
          result: 'negative',
          variants: [{ name: 'reversion mutation', start: 0, end: 0, kind: 'structural' }],
          end: ending(after),
          certain: true,
        }
      : undefined
  const uncertain = VUS.test(after) || VUS.test(before)
  if (sequence.length > 0) {
    const rest = after.slice(sequence.at(-1)?.end ?? 0)
    // a list of hotspots that were looked for, or the one variant a panel tests, and nothing found
    if (
      /^[^.;]{0,40}?\b(?:not detected|negative|not identified|not found|none detected|ND)\b/i.test(rest.replace(/^[^):]{0,60}\)/, '')) ||
      mode === 'negative' ||
      deniedBefore
    )
      return { result: 'negative', variants: [], end: ending(after), certain: true }
    return { result: uncertain || mode === 'vus' ? 'vus' : 'positive', variants: sequence, end: sequence.at(-1)?.end ?? 0, certain: true }
  }
  if (denied || deniedBefore) {
    const amplification =
      /amplif/i.test(`${denied?.[0] ?? ''}${denied ? '' : head}`) && !/mutation/i.test(after)
        ? [{ name: 'amplification', start: 0, end: 0, kind: 'structural' as const }]
        : []
    return { result: 'negative', variants: amplification, end: denied ? denied.index + denied[0].length : 0, certain: true }
  }
  if (mode === 'negative' && report && !/\bdetected\b/i.test(after.replace(/not detected/i, '')))
    return { result: 'negative', variants: [], end: ending(after), certain: true }
  const near = structural.filter((one) => one.start < 30)
  if (near.length > 0 && !/^\s*(?:and|,)/.test(after))
    return { result: uncertain || mode === 'vus' ? 'vus' : 'positive', variants: near.slice(0, 1), end: near[0]?.end ?? 0, certain: true }
  if (uncertain || (mode === 'vus' && report))
    return uncertain ? { result: 'vus', variants: [], end: ending(after), certain: true } : undefined
  const positive = POSITIVE_AFTER.exec(after) ?? (POSITIVE_BEFORE.test(head) ? POSITIVE_BEFORE.exec(head) : null)
  if (positive)
    return { result: 'positive', variants: [], end: POSITIVE_AFTER.test(after) ? positive.index + positive[0].length : 0, certain: true }
  return undefined
}

/** Proteins that pathologists stain: "GATA3+" is no alteration of the gene. */
const STAINED: ReadonlySet<string> = new Set([
  'GATA3',
  'WT1',
  'SOX2',
  'SOX9',
  'TP63',
  'EGFR',
  'KIT',
  'PAX5',
  'BCL2',
  'CDH1',
  'CCND1',
  'MYB',
  'CD274',
  'TP53',
  'AR',
])
const IMMUNO =
  /^\s*(?:\(\w+\)\s*)?(?:\+|-|(?:is |was |weakly |weak |strongly |diffusely |focally )?(?:positive|negative|pos\b|neg\b|lost|retained))/i
/** Told by their star alleles alone. */
const PHARMACOGENES: ReadonlySet<string> = new Set(['UGT1A1', 'DPYD', 'CYP2D6'])

const ending = (after: string) => Math.min(after.length, 80)

/** "No pathogenic variants in: BRCA2, …" begins the quote; a result behind the gene does not need what stands before it. */
function quoteStart(words: string, before: string, first: GeneMention, result: Told['result']): number {
  if (result !== 'negative' || !NEGATIVE_BEFORE.test(before)) return first.start
  const from = first.start - before.length
  return from + (before.length - before.trimStart().length)
}

function originOf(words: string, gene: string, mention: GeneMention, setting: GenomicSetting): 'somatic' | 'germline' | undefined {
  const germline = /\b(?:germline|hereditary|inherited|carrier|genetic testing|genetics)\b/i.test(words)
  const somatic = /\b(?:somatic|ctDNA|cfDNA|tissue|tumou?r|liquid|NGS|plasma|guardant|foundation\w*|tempus|caris)\b/i.test(words)
  if (mention.germline || (germline && !somatic)) return 'germline'
  if (germline && somatic && setting.origin === undefined) return undefined
  if (setting.origin) return setting.origin
  if (somatic) return 'somatic'
  return HEREDITARY.has(gene) ? undefined : 'somatic'
}

function assayOf(words: string, origin: string | undefined, setting: GenomicSetting): string | undefined {
  if (origin === 'germline' && setting.origin !== 'germline') return 'germline panel'
  if (setting.assay) return setting.assay
  if (/\b(?:ctDNA|cfDNA|liquid|plasma|guardant)\b/i.test(words) && !/\btissue\b/i.test(words)) return 'ctDNA'
  if (/\btissue\b/i.test(words) && !/\b(?:ctDNA|liquid)\b/i.test(words)) return 'tissue NGS'
  return undefined
}

function onlyDate(words: string, reading: Reading): PartialDate | undefined {
  const dates = findDates(words, reading.said)
  const [only] = dates
  if (dates.length !== 1 || !only) return undefined
  // a date counts when it is that of a specimen or a report, not of a treatment
  return /\b(?:biops\w*|bx|NGS|panel|liquid|tissue|ctDNA|drawn|collected|foundation\w*|guardant\w*|tempus|caris|report\w*|germline|84-gene|testing|tested|test)\b\W{0,24}(?:on|of|from|in)?\W{0,3}$/i.test(
    words.slice(0, only.start),
  )
    ? only.date
    : undefined
}

/** Variant allele fraction: the first percentage behind the variant. */
function shareAfter(after: string, variant: Variant | undefined): number | undefined {
  if (variant?.kind !== 'sequence') return undefined
  const share = /^[^%;]{0,40}?(\d{1,2}(?:\.\d{1,2})?)\s*%/.exec(after.slice(variant.end))
  return share ? Number(share[1]) : undefined
}

/** A column of an earlier report beside the present one: "Prior 18-Mar-2025". */
function priorColumn(words: string): { column: number; date: PartialDate } | undefined {
  const cells = words.trim().split(/\s{2,}|\t|\s\|\s/)
  const column = cells.findIndex((cell) => /\b(?:prior|previous)\b/i.test(cell) && findDates(cell).length > 0)
  const date = column > 0 ? findDates(cells[column] ?? '')[0]?.date : undefined
  return date ? { column, date } : undefined
}

function priorResults(line: Line, prior: { column: number; date: PartialDate }, setting: GenomicSetting): FoundBiomarker[] {
  const cells = line.words.trim().split(/\s{2,}|\t|\s\|\s/)
  const cell = cells[prior.column]
  const mention = genesIn(cells[0] ?? '', true)[0]
  const gene = mention?.genes[0]
  if (!cell || !gene || !mention || priorColumn(line.words)) return []
  const variant = variantsIn((cells[0] ?? '').slice(mention.end))[0] ?? variantsIn(cells[1] ?? '')[0]
  const vaf = /^(\d{1,2}(?:\.\d{1,2})?)\s*%$/.exec(cell.trim())?.[1]
  const result = vaf !== undefined ? 'positive' : /^(?:not detected|ND|-|negative)$/i.test(cell.trim()) ? 'negative' : undefined
  if (!variant || result === undefined) return []
  const start = line.start + (line.words.length - line.words.trimStart().length)
  return [
    {
      value: {
        gene,
        variant: variant.name,
        result,
        date: prior.date,
        ...(setting.origin ? { origin: setting.origin } : {}),
        ...(setting.assay ? { assay: setting.assay } : {}),
        ...(vaf === undefined ? {} : { vaf: Number(vaf) }),
      },
      start,
      end: line.start + line.words.trimEnd().length,
      certain: true,
    },
  ]
}

/** "Germline panel 2023: negative for pathogenic variants": the panel as a whole. */
function wholePanel(text: string, setting: GenomicSetting, reading: Reading): FoundBiomarker[] {
  if (setting.report && setting.origin === 'somatic') return []
  const found: FoundBiomarker[] = []
  for (const match of text.matchAll(PANEL)) {
    const line = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index)
    if (RELATIVE.test(line) || HYPOTHETICAL_BEFORE.test(line)) continue
    const date = onlyDate(match[0], reading) ?? setting.date
    found.push({
      value: { gene: 'germline panel', origin: 'germline', result: 'negative', assay: 'germline panel', ...(date ? { date } : {}) },
      start: match.index,
      end: match.index + match[0].length,
      certain: true,
    })
  }
  return found
}

const PANEL =
  /\b(?:germline|hereditary|genetic)\s+(?:(?:cancer|genetic|multi-?gene)\s+)*(?:panel|testing|test|\d{1,3}-gene)\b(?:(?![A-Z]{2,}\d)[^.;\n]){0,30}?(?:negative(?: for (?:a )?(?:pathogenic|deleterious)[^.;\n]{0,20})?|no pathogenic (?:variants?|mutations?)|no deleterious (?:variants?|mutations?))(?![^.;\n]{0,12}\b(?:in|of):?\s+[A-Z]{3})/gi

const VUS = /\b(?:VUS|(?:uncertain|unknown|undetermined) (?:clinical )?significance)\b/i
const VUS_HEADING = /^(?:\d+\s+)?(?:variants? of (?:unknown|uncertain)|VUS\b)/i
const NEGATIVE_HEADING =
  /\b(?:pertinent negatives?|no reportable alterations?|negative (?:results|genes|findings)|genes? with no|no (?:\w+ ){0,3}(?:alterations?|mutations?|variants?) (?:detected|identified|found)|not detected)\b/i
const POSITIVE_HEADING =
  /\b(?:detected (?:somatic )?alterations?|alterations? detected|genomic (?:findings|alterations)|positive results?|summary of detected|pathogenic variants?|variants? detected|reportable alterations|results? summary)\b/i
const SKIP =
  /^(?:about|genes? (?:analy[sz]ed|tested|list|included|on)|list of genes|method\w*|panel content|the following genes|clinical trials?|references|family history|limitations|assay (?:description|information)|background|therap\w+ (?:options|implications)|appendix)\b/i
const NEGATIVE_AFTER =
  /^[\s:,)(=–-]{0,6}(?:\([^)]{0,80}\)[\s:–-]{0,4})?(?:(?:gene|mutations?|variants?|status|results?|hotspots?|somatic|germline|testing|alterations?|amplification|fusions?)\s*[:=-]?\s*){0,3}(?:is |are |was |were )?(?:not (?:detected|identified|found|mutated|amplified|present|altered)|no (?:[\w/-]+ ){0,5}(?:alterations?|mutations?|variants?|amplification)|negative\b|neg\b|wild[\s-]?type|WT\b|wt\b|absent|none detected|undetected|unmutated|unamplified|non-?amplified|no mutation)(?:\s+(?:detected|identified|found))?/i
const NEGATIVE_BEFORE =
  /\b(?:no (?:[\w/-]+ ){0,5}(?:alterations?|mutations?|variants?|amplifications?)(?: (?:were|was))?(?: (?:detected|identified|found|seen))?(?: in)?|negative for (?:(?:a |any )?(?:[\w/-]+ ){0,3}(?:mutations?|variants?|alterations?) (?:in|of) )?|without (?:[\w-]+ ){0,2}mutations? in)(?: (?:the )?(?:\d+ genes?|genes?)[^.;:]{0,40}?(?:including|incl\.?)?| the following(?: genes)?)?[\s:]*(?:the |any )?$|\b(?:no)\s+$/i
const POSITIVE_AFTER =
  /^[\s:,)(=-]{0,4}(?:\([^)]{0,40}\)\s*)?(?:gene\s+|germline\s+|somatic\s+|pathogenic\s+|deleterious\s+|activating\s+)*(?:-?\s?mutated|mutant|mutations?\b(?!\s+(?:testing|status|analysis|test|is pending|pending|panel|carriers? in))|positive\b|\+(?=[\s,;.)]|$)|(?:likely )?pathogenic(?: variant| mutation)?|altered|alteration (?:detected|present)|detected\b|carrier)/i
const POSITIVE_BEFORE =
  /\b(?:positive for (?:a |an )?(?:[\w-]+ ){0,3}(?:mutations?|variants?) (?:in|of) (?:the )?|(?:pathogenic|deleterious) (?:variant|mutation)s? (?:in|of) (?:the )?|carries (?:a |an )?(?:[\w-]+ ){0,2}|harbou?rs (?:a |an )?)$/i
const EXPLANATION =
  /\b(?:is (?:a |an |the )?(?:well|tumou?r|known|associated|frequently|one of|member)|encodes?|has been|have been|may (?:be|confer|predict|respond)|associated with|syndrome|approved|clinical benefit|inhibitors? (?:may|are|is)|studies|preclinical|sensitivity|resistance to|also known as|targets?|pathway)\b/i
const FAMILY = /^\s*(?:FH|FHx|family (?:history|hx))\b/i
const RELATIVE =
  /\b(?:mother|father|sister|brother|aunt|uncle|grand(?:mother|father|parents?)|cousin|daughter|son|niece|nephew|maternal|paternal|family (?:history|hx)|relatives?)\b[^.;]{0,90}$/i
const HYPOTHETICAL_BEFORE =
  /\b(?:if|whether|test(?:ing|ed)? for|check(?:ing)? for|pending|await\w*|would|patients? (?:with|whose)|eligib\w+|requires?|sent for|order(?:ed)?|consider\w*|screen(?:ing|ed)? for|trial (?:of|for|in)|indicated (?:for|in)|looking for)\b[^.;:]{0,50}$/i
const HYPOTHETICAL_AFTER =
  /^\s*(?:testing|test\b|status (?:pending|unknown)|analysis|panel|pending|would|inhibitor|sequencing|to be|is pending|results? pending|not (?:tested|done|performed)|sent\b|-?(?:mutated|mutant|altered|positive)\s+(?:breast|tumou?rs|cancers|disease,? (?:is|should)|patients))/i
