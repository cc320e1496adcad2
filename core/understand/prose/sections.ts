import { matchesOf } from '../../codes/matches-of.ts'
import type { Page } from '../../record/document.ts'
import { datedEntries } from './dated-entries.ts'
import { withMedicines } from './sections-of-medicines.ts'

export const SECTION_KINDS = [
  'preamble',
  'diagnosis',
  'addendum',
  'specimen',
  'clinical-history',
  'gross',
  'microscopic',
  'biomarkers',
  'synoptic',
  'comment',
  'present-illness',
  'oncologic-history',
  'past-medical',
  'past-surgical',
  'family-history',
  'social-history',
  'gynecologic-history',
  'medications',
  'allergies',
  'review-of-systems',
  'exam',
  'vitals',
  'data',
  'laboratory',
  'assessment',
  'plan',
  'impression',
  'findings',
  'technique',
  'comparison',
  'indication',
  'procedure',
  'treatment',
  'problem-list',
  'other',
] as const
export type SectionKind = (typeof SECTION_KINDS)[number]

/** A stretch of a page under one heading. `start` is the heading's first character, `body` the first one after it. */
export type Section = { kind: SectionKind; heading: string; page: number; start: number; body: number; end: number }

/**
 * Cuts a page into sections at headings: a line that is one, or a heading before a colon at the start of a line or
 * (in text that lost its lines) in capitals after a full stop. What comes before the first heading is the `preamble`,
 * or goes on with the last section of the page before.
 */
export function sectionsOf(page: Page, before?: SectionKind): Section[] {
  const sections: Section[] = []
  const open = (kind: SectionKind, heading: string, start: number, body: number) => {
    const last = sections.at(-1)
    if (last) last.end = start
    sections.push({ kind, heading, page: page.number, start, body, end: page.text.length })
  }
  open(before ?? 'preamble', '', 0, 0)
  for (const match of matchesOf(page.text, HEADING)) {
    const heading = (match[2] ?? '').trim()
    const start = match.index + (match[1] ?? '').length
    const kind = sectionKind(heading)
    if (kind === undefined) {
      // "FH mother breast ca": a whole line of words that begins with a short form
      const short = SHORT_FORM_FIRST.exec(heading)
      const opened = short?.[1] ? sectionKind(short[1]) : undefined
      const cell = FIRST_CELL.exec(heading)
      const column = cell?.[1] ? sectionKind(cell[1]) : undefined
      if (short && opened) open(opened, short[1] ?? '', start, start + short[0].length)
      else if (cell && column && COLUMN_HEADINGS.has(column)) open(column, cell[1] ?? '', start, start + cell[0].length)
      continue
    }
    // "ALL: palonosetron 0.25" of an infusion log means all doses, where the allergies have a heading of their own
    if (kind === 'allergies' && /^all$/i.test(heading) && /\ballerg\w*\s*:/i.test(page.text)) continue
    if (kind === 'plan' && PLAN_OF_COURSE.test(page.text.slice(Math.max(0, start - 90), start))) continue
    const afterHeading = match.index + match[0].length
    const next = page.text.slice(afterHeading, afterHeading + 40)
    // "Laboratory 09.02.2025:" – the date is already of the body
    const dated = /^[ \t]+(?:of |from |on )?\(?\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\)?[ \t]*:/.test(next)
    const alone = dated || /^[ \t]*(?:\([^)\n]*\)[ \t]*)?(?:\n|$)/.test(next) || /[:\n]$/.test(match[0])
    const capitals = heading === heading.toUpperCase()
    const column = COLUMN_HEADINGS.has(kind) && /^[ \t]{2,}\S/.test(next)
    if (!alone && !(capitals && (SHORT_FORMS.test(heading) || column))) continue
    open(
      RX.test(heading) && TREATMENT_TOLD.test(page.text.slice(afterHeading, afterHeading + 120)) ? 'treatment' : kind,
      heading,
      start,
      afterHeading,
    )
  }
  return withMedicines(page, inEntries(page, sections))
}

/** Summaries print the heading in capitals in a column of its own: "ALLERGIES       Trimethoprim - rash". */
const FIRST_CELL = /^([A-Z][A-Z &/]{2,30}?)[ \t]{2,}(?=\S)/
const COLUMN_HEADINGS: ReadonlySet<SectionKind> = new Set(['allergies', 'family-history', 'medications', 'past-surgical', 'social-history'])

/** Under the dates of a course of treatment, its plan is the name of it. */
const PLAN_OF_COURSE = /\d{4}\s*(?:-|–)?\s*(?:[\d/]+\s+)?(?:chemotherapy|immunotherapy|[a-z-]+ therapy|treatment)\s*\n\s*$/i

/** "Rx: WLE and SLNB, TC x4": outside of America it heads what was done, not what is taken. */
const RX = /^rx$/i
const TREATMENT_TOLD =
  /\b(?:WLE|mastectomy|lumpectomy|excision|SLNB|ALND|ANC|clearance|radiotherapy|chemo\w*|neo-?adjuvant|adjuvant|\d+ ?Gy|(?:1st|2nd|3rd|first|second|third)[- ]line|cycles)\b|\b(?!HS\b|OD\b|BD\b|BID\b|TDS\b|QID\b|SOS\b|TID\b)[A-Z]{2,4}(?:-[A-Z])? ?[x×] ?\d(?!\d?\s?(?:d|days?|wks?|weeks?|mo|months?)\b)/i

/** In running notes the plan of one day ends where the next day begins. */
function inEntries(page: Page, sections: readonly Section[]): Section[] {
  const entries = sections.some(({ kind }) => OF_A_DAY.has(kind)) ? datedEntries([page]).map(({ at }) => at) : []
  const [first] = entries
  if (first === undefined) return [...sections]
  const around = sections.filter(({ start }) => start <= first).at(-1)?.kind ?? 'preamble'
  return sections.flatMap((section) => {
    const next = entries.find((at) => at > section.body)
    if (!OF_A_DAY.has(section.kind) || section.start < first || next === undefined || next >= section.end) return [section]
    return [
      { ...section, end: next },
      { ...section, kind: around, heading: '', start: next, body: next },
    ]
  })
}
const OF_A_DAY: ReadonlySet<SectionKind> = new Set(['plan', 'assessment', 'impression', 'exam', 'vitals', 'present-illness'])

/** What a heading announces; undefined when it is not one we know. */
export function sectionKind(heading: string): SectionKind | undefined {
  const plain = heading
    .toLowerCase()
    .replace(/[^a-z&/ ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  for (const [kind, pattern] of HEADINGS) if (pattern.test(plain)) return kind
  return undefined
}

/** Headings that notes write in capitals with no colon: "PMH  T2DM …", "MEDS metformin …". */
const SHORT_FORMS = /^(?:HPI|PMH|PMHX|PSH|FH|FHX|SH|SHX|MEDS|ALL|ROS|PE|A\/P|EXAM|DATA|LABS|VITALS|IMPRESSION|ASSESSMENT|PLAN|CC|ONC HX)$/

const SHORT_FORM_FIRST = /^(HPI|PMH|PMHX|PSH|FH|FHX|SH|SHX|MEDS|ALL|ROS|PE|EXAM|DATA|CC|PLAN)(?=\s)/

/** Start of a line, or a full stop in one-line text; then 2–60 letters; then a colon, a line end, or two spaces. */
const HEADING =
  /(^[ \t*#>-]*(?:\d{1,2}[.)][ \t]+)?|(?<=[.;:])[ \t]+)([A-Za-z][A-Za-z/&'(), -]{0,58}[A-Za-z)])(?:[ \t]*:|(?=[ \t]+(?:of |from |on )?\(?\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\)?[ \t]*:)|(?=[ \t]*(?:\n|$))|(?=[ \t]\([^)\n]{0,40}\)[ \t]*(?:\n|$))|(?=[ \t]{2,}\S)|(?<=\b(?:HPI|PMH|PMHX|PSH|FH|FHX|SH|SHX|MEDS|ALL|ROS|PE|EXAM|DATA|CC|PLAN))(?=[ \t]\S))/gm

const HEADINGS: readonly (readonly [SectionKind, RegExp])[] = [
  [
    'addendum',
    /^(?:addend(?:um|a)|amend(?:ed|ment)|supplement(?:al|ary)? report|supplemental results?|revised report|corrected report|addendum .{0,40})$/,
  ],
  ['family-history', /^(?:family (?:medical |cancer |oncologic )?(?:history|hx)|fh|fhx|fmh|fmhx|fam hx|family|f\/h)$/],
  ['social-history', /^(?:social (?:history|hx)|sh|shx|soc hx|social|habits|occupational history)$/],
  ['past-surgical', /^(?:past surgical (?:history|hx)|surgical (?:history|hx)|psh|previous surgery|prior surgeries|procedure history)$/],
  [
    'gynecologic-history',
    /^(?:gyn(?:ecologic(?:al)?)?(?:\/ob)? (?:history|hx)|ob\/?gyn(?: history)?|obstetric history|menstrual history|reproductive history|gyn)$/,
  ],
  ['problem-list', /^(?:(?:active |current |chronic )?problem(?:s| list)|active problems|problems? list|active diagnoses)$/],
  [
    'past-medical',
    /^(?:secondary diagnoses|(?:relevant |concurrent |concomitant |chronic |ongoing |active |other |long[- ]term |coexisting |associated )(?:medical )?(?:conditions|issues|illness(?:es)?|diseases?|diagnoses|problems|history)|nebendiagnosen|vorerkrankungen|begleiterkrankungen|voorgeschiedenis|comorbiditeit(?:en)?|ante?cedents|antecedentes|anamnesi patologica|co ?morbidit(?:y|ies)|medical (?:hx|background)|(?:past|previous) (?:illness(?:es)?|medical conditions)|bg|background(?: (?:medical )?history)?|k\/c\/o|known case of|significant past(?: history)?|other (?:diagnoses|conditions|medical (?:problems|conditions|issues))|medical conditions|past medical (?:history|hx)(?: ?\/ ?.{0,30})?|medical history|pmh|pmhx|past history|other medical history|comorbidities|comorbid conditions|other history|medical problems|past medical and surgical history|pmh ?\/ ?psh)$/,
  ],
  [
    'oncologic-history',
    /^(?:onc(?:ologic(?:al)?|ology)? (?:history|hx)(?: .{0,40})?|cancer (?:history|summary)|treatment history|history of (?:cancer|treatment)|oncologic (?:summary|diagnosis)|(?:prior|previous|past) (?:cancer )?(?:treatments?|therap(?:y|ies))|rx history|cancer treatment(?: history)?|oncology summary|cancer diagnosis|treatment summary)$/,
  ],
  [
    'present-illness',
    /^(?:hpi|history of (?:the )?present(?:ing)? illness|interval (?:history|hx)|interval|present illness|subjective|history|hospital course|course|brief history|interim history|reason for call|chief complaint|cc|narrative|ed course|brief hospital course)$/,
  ],
  [
    'clinical-history',
    /^(?:clinical (?:history|data|information|details|indication|diagnosis|hx|impression)|pre ?operative diagnosis|postoperative diagnosis|preop dx|relevant history|history provided|patient history|clinical|clin(?: (?:hx|info|details))?|clinical (?:summary|info|notes?|context|question|background)|reason for (?:biopsy|procedure))$/,
  ],
  [
    'medications',
    /^(?:(?:current |home |outpatient |clinic |non va |va |discharge |disch |active |take home |usual |preadmission |admission |pre admission |present |inpatient |prescribed |ongoing |prior to admission |scheduled |regular |repeat |acute |past |previous |former |discontinued |stopped |inactive |hospital |hospital only |supportive |non oncology |other |new |continuing |discharge |dispensed |reported |recent |prn )*(?:medications?|meds|medicines|drugs|prescriptions)(?: (?:list|profile|summary|record|review|reconciliation|reconciled.{0,20}|including (?:supplies|otc.{0,20})|at .{0,20}|on .{0,20}|prior to .{0,20}|last .{0,20}|stopped|discontinued|reviewed.{0,20}|current|prescribed))?|(?:start|stop|change|continue|keep|resume)(?: how you)?(?: taking| take)? (?:these|the following|your) (?:medications?|medicines|meds)|(?:patient )?(?:rx|drug|pharmacy|dispensing|prescription) (?:profile|history)|medication reconciliation|(?:current )?(?:repeats?|repeat templates?|acutes?)(?: last issued| issued)?|hospital only|expired ?\/ ?(?:dc d|d\/c d|discontinued)|expired|ended|thm|tt[oa]s?|supportive (?:care )?(?:medications?|meds)|medication list|rx|on|currently (?:on|taking)|regular (?:medications?|meds|medicines)|drug history|dh|dhx|drugs? on admission|concomitant (?:medications?|meds|medicines))$/,
  ],
  ['plan', /^(?:advice|advised|actions?|recommendations?)$/],
  [
    'allergies',
    /^(?:allerg(?:y|ies)(?:\/.{0,20}| and .{0,30})?|all|drug allergies|known allergies|(?:drug )?(?:sensitivities|intolerances)|allergies and (?:sensitivities|intolerances)|adrs?|allergies intolerances|adverse reactions)$/,
  ],
  ['review-of-systems', /^(?:review of systems|ros|systems review)$/],
  ['vitals', /^(?:vitals?|vital signs|vs)$/],
  ['exam', /^(?:(?:physical |clinical |local |breast )?exam(?:ination)?|pe|o\/e|objective|physical|on examination|general examination)$/],
  [
    'laboratory',
    /^(?:labs?|laboratory(?: (?:data|results?|studies|values))?|lab results?|results?|blood work|bloodwork|chemistry|hematology|cbc|cmp|tumou?r markers)$/,
  ],
  [
    'data',
    /^(?:data|data reviewed|imaging(?: (?:studies|reviewed|results?))?|diagnostic (?:data|studies)|studies|radiology|pathology(?: (?:review|results?))?|investigations)$/,
  ],
  [
    'plan',
    /^(?:plan|recommendations?|plan of care|treatment plan|disposition|follow ?up|instructions?|goals|discharge plan|next steps|options discussed|discussion)$/,
  ],
  [
    'assessment',
    /^(?:assessment(?: (?:and|&|\/) ?plan| \/ plan)?|a ?\/ ?p|a&p|impression (?:and|&|\/) ?(?:plan|recommendations?)|assessment\/plan|summary and plan|opinion|consensus|discharge diagnos[ie]s|diagnos[ei]s and plan|problem)$/,
  ],
  ['impression', /^(?:impressions?|conclusions?|summary|interpretation|opinion)$/],
  [
    'findings',
    /^(?:findings?|(?:target|target and non ?target|measurable|index)(?: lesions?)?|(?:lesion )?measurements|results? and findings|report|observations|other chest|abdomen and pelvis|chest|bones?|liver|abdomen|pelvis|brain|lungs?|other)$/,
  ],
  ['technique', /^(?:techniques?|procedure details?|protocol|method(?:s|ology)?|contrast)$/],
  ['comparison', /^(?:comparisons?|compared (?:to|with)|prior (?:studies|exams?))$/],
  ['indication', /^(?:indications?|reason for (?:exam|study|visit|referral|consultation|test)|history and indication|exam reason|reason)$/],
  [
    'biomarkers',
    /^(?:(?:breast )?(?:bio ?markers?|predictive (?:markers?|factors?)|prognostic (?:markers?|factors?|indicators?)|hormone receptors?|receptor (?:status|studies|results|assays?)|immunohistochem(?:istry|ical)(?: (?:results?|studies|stains?|analysis))?|ihc|special (?:stains?|studies)|ancillary (?:studies|tests?)|er ?\/ ?pr(?: ?\/ ?her ?2?)? results?|her ?2?(?: ?\/ ?neu)?(?: results?)?|fish(?: results?)?|molecular(?: (?:studies|results|findings|pathology))?)(?: .{0,40})?|breast marker.{0,30})$/,
  ],
  [
    'synoptic',
    /^(?:synoptic (?:report|summary|data)?.{0,30}|cap (?:synoptic|protocol|checklist|summary).{0,30}|tumou?r (?:summary|synopsis|template)|synoptic)$/,
  ],
  [
    'gross',
    /^(?:gross(?: (?:description|examination|findings|pathology))?|macroscopic(?: (?:description|examination))?|macroscopy|specimen description)$/,
  ],
  [
    'microscopic',
    /^(?:micro(?:scopic)?(?: (?:description|examination|findings|diagnosis))?|microscopy|histology|histopathology|histological (?:description|findings))$/,
  ],
  [
    'specimen',
    /^(?:specimens?(?: ?\(s\))?(?: (?:submitted|received|type|source))?|source of specimen|tissue submitted|material (?:submitted|received))$/,
  ],
  ['comment', /^(?:comments?|notes?|diagnosis comment|remarks?)$/],
  [
    'diagnosis',
    /^(?:(?:final |pathologic(?:al)? |surgical |histologic(?:al)? |anatomic )*(?:diagnos[ie]s|dx)(?: .{0,40})?|final (?:pathologic )?report|pathological examination)$/,
  ],
  [
    'procedure',
    /^(?:procedures?(?: (?:performed|details?))?|operations?(?: performed)?|operative (?:findings|procedure|report)|description of (?:the )?(?:procedure|operation)|surgery)$/,
  ],
  [
    'treatment',
    /^(?:treatment(?:s| details?| delivered| given| course| record)?|(?:prior |previous |cancer |oncologic )?treatments? (?:to date|so far|received|history|summary)|chemotherapy|radiation(?: therapy)?|radiotherapy|systemic therapy|endocrine(?: therapy)?|(?:neo ?)?adjuvant(?: (?:systemic |endocrine |hormonal )?(?:therapy|treatment|chemo(?:therapy)?))?|prior treatment|course of treatment)$/,
  ],
]
