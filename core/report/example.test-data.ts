import { DocumentId } from '../record/document-id.ts'
import type { Evidence } from '../record/evidence.ts'
import type { MatchResult, TrialMatch } from '../record/match.ts'
import { PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import type { Verdict } from '../record/verdict.ts'

const day = (text: string) => PartialDate.parse(text)

/** Evidence with these words, for tests: one invented document, places that do not overlap. */
export function words(quote: string, page = 1): Evidence {
  const start = [...quote].reduce((sum, c, i) => sum + c.charCodeAt(0) * (i + 1), 0)
  return { document: DocumentId.parse('example'), file: 'note.pdf', page, start, end: start + quote.length, quote }
}

/** An invented person with a short metastatic history, for tests of the report. */
export function exampleProfile(): Profile {
  return {
    asOf: day('2026-10-01'),
    person: { sex: 'female', birthDate: day('1966-02-01'), menopausal: 'post', evidence: [words('born 1 Feb 1966, woman')] },
    cancers: [
      {
        site: 'breast',
        laterality: 'left',
        histology: 'invasive lobular carcinoma',
        grade: 2,
        diagnosed: day('2018-05'),
        evidence: [words('Left breast: invasive lobular carcinoma')],
      },
    ],
    stages: [{ kind: 'pathologic', t: 'pT2', n: 'pN1a', evidence: [words('pT2 pN1a')] }],
    extent: { value: 'metastatic', since: day('2023-02'), deNovo: false, evidence: [words('bone metastases')] },
    tumorSizes: [],
    metastases: [{ site: 'bone', status: 'active', first: day('2023-02'), evidence: [words('sclerotic metastases in the spine')] }],
    receptors: [
      {
        specimen: 'left breast core biopsy',
        date: day('2018-05-03'),
        er: { status: 'positive', percent: 95 },
        her2: { status: 'low', ihc: '1+' },
        evidence: [words('ER 95%, HER2 1+')],
      },
    ],
    currentReceptors: { er: 'positive', her2: 'low', evidence: [words('ER 95%, HER2 1+')] },
    biomarkers: [
      {
        gene: 'ESR1',
        variant: 'D538G',
        result: 'positive',
        origin: 'somatic',
        date: day('2026-08-01'),
        evidence: [words('ESR1 D538G 4%')],
      },
    ],
    treatments: [
      {
        type: 'surgery',
        name: 'left mastectomy',
        drugs: [],
        site: 'left breast',
        start: day('2018-06-11'),
        end: day('2018-06-11'),
        evidence: [words('mastectomy 6/11/2018')],
      },
      {
        type: 'systemic',
        name: 'letrozole',
        drugs: ['letrozole'],
        setting: 'adjuvant',
        start: day('2018-09'),
        end: day('2023-02'),
        stopped: 'progression',
        evidence: [words('letrozole since 9/2018')],
      },
      {
        type: 'systemic',
        name: 'fulvestrant + abemaciclib',
        drugs: ['fulvestrant', 'abemaciclib'],
        setting: 'metastatic',
        line: 1,
        start: day('2023-03-02'),
        ongoing: true,
        evidence: [words('fulvestrant and abemaciclib')],
      },
    ],
    responses: [{ value: 'progression', date: day('2026-08-20'), evidence: [words('new lesions: progression')] }],
    performance: [{ scale: 'ECOG', value: 1, date: day('2026-09-01'), evidence: [words('ECOG 1')] }],
    labs: [
      { test: 'CA 15-3', value: 40, unit: 'U/mL', date: day('2024-01-05'), evidence: [words('CA 15-3 40')] },
      { test: 'CA 15-3', value: 88, unit: 'U/mL', date: day('2026-08-20'), evidence: [words('CA 15-3 of 88')] },
    ],
    conditions: [],
    medications: [],
    allergies: [],
    absences: [],
    historyTaken: [],
    conflicts: [
      {
        about: 'date of diagnosis',
        chosen: '2018-05',
        reason: 'the pathology report is nearer to the event',
        evidence: [words('May 2018')],
        others: [{ value: '2019', evidence: [words('dx 2019')] }],
      },
    ],
    checks: [],
    documents: [
      {
        id: DocumentId.parse('example'),
        file: 'note.pdf',
        kind: 'progress-note',
        format: 'pdf',
        pages: 2,
        read: true,
        date: day('2026-09-01'),
      },
      {
        id: DocumentId.parse('locked'),
        file: 'locked.pdf',
        kind: 'other',
        format: 'pdf',
        pages: 0,
        read: false,
        code: 'password-pdf',
        message: 'The PDF is locked with a password.',
        wayOut: 'Save a copy without one.',
      },
    ],
  }
}

const verdict = (label: Verdict['label'], because: string, more: Partial<Verdict> = {}): Verdict => ({
  label,
  because,
  evidence: [],
  parts: [],
  ...more,
})

/** Three invented trials, one of each outcome. */
export function exampleMatch(): MatchResult {
  const of = (id: string, rank: number, outcome: TrialMatch['outcome'], verdicts: [string, Verdict][]): TrialMatch => ({
    trial: {
      id,
      aliases: [],
      title: `Study ${id} of a tablet in advanced breast cancer`,
      status: 'RECRUITING',
      conditions: ['Breast Cancer'],
      keywords: [],
      conditionTerms: [],
      phases: ['PHASE2'],
      arms: [],
      interventions: [{ name: 'tablet', otherNames: [] }],
      contacts: [{ name: 'Study desk', phone: '555-0100' }],
      sites: [],
      sponsor: 'Invented Hospital',
    },
    outcome,
    rank,
    cohorts: [],
    settled: 0.5,
    site: { facility: 'Invented Hospital', city: 'Chicago', contacts: [], open: true, distanceKm: 8.2 },
    sites: [],
    criteria: verdicts.map(([text, one], index) => ({
      criterion: { index, start: index * 100, end: index * 100 + text.length, text, section: 'inclusion', header: false, depth: 0 },
      verdict: one,
    })),
  })
  return {
    asOf: day('2026-10-01'),
    considered: 5,
    funnel: [{ reason: 'other disease', count: 2 }],
    trials: [
      of('DEMO0901', 1, 'possible', [
        [
          '* ESR1 mutation in ctDNA',
          verdict('pass', 'Your blood test of August 2026 found ESR1 D538G.', {
            evidence: [words('ESR1 D538G 4%')],
            kind: 'has-gene-mutation',
          }),
        ],
        [
          '* Platelets \\>= 100 x 10^9/L',
          verdict('unknown', 'No platelet count is in your records.', {
            unknown: 'missing',
            needs: [{ key: 'lab:platelets', question: 'What is your latest platelet count?' }],
          }),
        ],
        ['* Informed consent', verdict('team', 'You and the trial team decide this together.')],
      ]),
      of('DEMO0902', 2, 'not-now', [
        [
          'Washout of 28 days',
          verdict('fail', 'Your current treatment has not ended.', {
            recoverable: true,
            until: day('2026-10-29'),
            evidence: [words('fulvestrant and abemaciclib')],
          }),
        ],
      ]),
      of('DEMO0903', 3, 'excluded', [
        ['HER2-positive <disease>', verdict('fail', 'Your tumour is HER2-low.', { evidence: [words('ER 95%, HER2 1+')] })],
      ]),
    ],
    questions: [{ key: 'lab:platelets', text: 'What is your latest platelet count?', settles: 1, trials: ['DEMO0901'] }],
  }
}
