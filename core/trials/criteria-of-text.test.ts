import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Criterion } from '../record/criterion.ts'
import { criteriaOfText } from './criteria-of-text.ts'

/** One line a piece: `+` inclusion, `-` exclusion, `H` header, joins, {cohort}, indented by depth. */
const drawn = (text: string) =>
  criteriaOfText(text).map(
    (piece) =>
      `${'  '.repeat(piece.depth)}${piece.section === 'inclusion' ? '+' : '-'}${piece.header ? 'H' : ''}${piece.joins ?? ''}${piece.cohort ? `{${piece.cohort}}` : ''} ${piece.text.replace(/\s+/g, ' ')}`,
  )

function expectWhole(text: string, pieces: readonly Criterion[]) {
  let at = 0
  pieces.forEach((piece, i) => {
    expect(piece.index).toBe(i)
    expect(piece.text).toBe(text.slice(piece.start, piece.end))
    expect(piece.text.trim()).toBe(piece.text)
    expect(piece.end).toBeGreaterThan(piece.start)
    expect(text.slice(at, piece.start).trim()).toBe('')
    if (piece.parent !== undefined) {
      expect(piece.parent).toBeLessThan(i)
      expect(piece.depth).toBe((pieces[piece.parent]?.depth ?? -1) + 1)
    }
    at = piece.end
  })
  expect(text.slice(at).trim()).toBe('')
}

describe('the pieces of a criteria text', () => {
  const word = fc.constantFrom(
    'Inclusion Criteria:',
    'EXCLUSION CRITERIA',
    'Cohort A:',
    'Phase 2 only:',
    'any of the following:',
    '* ',
    '- ',
    '1. ',
    '2) ',
    'a. ',
    'iv. ',
    '\\* ',
    '(b) ',
    '\n',
    '\r\n',
    '\n\n',
    '   ',
    '\t',
    'ECOG 0-1',
    'Patients must have',
    'Note:',
    'or',
    '≥ 1.5 × ULN',
    'e.g.',
    '. ',
    '; ',
    ' -- ',
    '•',
    '\u00a0',
    '**',
    'Age 18',
  ) // prettier-ignore
  it('hold every character that is not blank exactly once, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word, { maxLength: 60 }).map((words) => words.join('')),
          fc.string({ maxLength: 300, unit: 'binary' }),
        ),
        (text) => {
          expectWhole(text, criteriaOfText(text))
        },
      ),
      { numRuns: 1500 },
    )
  })
  it.each([
    ['nothing', ''],
    ['only blanks', ' \n\t \r\n'],
    ['one word', 'Adults'],
  ])('hold for %s', (_, text) => expectWhole(text, criteriaOfText(text)))
  it.each([
    ['dashes', '-'.repeat(200_000)],
    ['blank lines', ' \n'.repeat(100_000)],
    ['numbers', '1. 2) '.repeat(40_000)],
    ['announcements', 'any of the following:\n'.repeat(10_000)],
    ['ever deeper lists', Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}* x`).join('\n')],
    ['headings', 'Inclusion Criteria: '.repeat(10_000)],
    ['one long line', 'Patients must have, '.repeat(20_000)],
    ['brackets', '(i) ('.repeat(40_000)],
  ])('are cut in bounded time from hostile %s', (_, text) => {
    const begun = performance.now()
    criteriaOfText(text)
    expect(performance.now() - begun).toBeLessThan(10_000)
  })
})

describe('sections', () => {
  it.each([
    [
      'the usual headings',
      'Inclusion Criteria:\n\n* Age 18\n\nExclusion Criteria:\n\n* Pregnant',
      ['+H Inclusion Criteria:', '  + * Age 18', '-H Exclusion Criteria:', '  - * Pregnant'],
    ],
    [
      'key headings without a colon',
      'KEY INCLUSION CRITERIA\n\n1. Age 18\n\nKEY EXCLUSION CRITERIA\n\n1. Pregnant',
      ['+H KEY INCLUSION CRITERIA', '  + 1. Age 18', '-H KEY EXCLUSION CRITERIA', '  - 1. Pregnant'],
    ],
    [
      'bold headings',
      '**Main Inclusion Criteria**\n* Age 18\n**Main Exclusion Criteria**\n* Pregnant',
      ['+H **Main Inclusion Criteria**', '  + * Age 18', '-H **Main Exclusion Criteria**', '  - * Pregnant'],
    ],
    [
      'Windows line ends',
      'Inclusion Criteria:\r\n\r\n- Age 18\r\n- ECOG 0\r\nExclusion Criteria:\r\n- Pregnant',
      ['+H Inclusion Criteria:', '  + - Age 18', '  + - ECOG 0', '-H Exclusion Criteria:', '  - - Pregnant'],
    ],
    [
      'everything on one line',
      'Inclusion Criteria: - Age 18. - ECOG 0. Exclusion Criteria: 1. Pregnant 2. Nursing',
      ['+H Inclusion Criteria:', '  + - Age 18.', '  + - ECOG 0.', '-H Exclusion Criteria:', '  - 1. Pregnant', '  - 2. Nursing'],
    ],
    ['no heading at all', '* Age 18\n* ECOG 0', ['+ * Age 18', '+ * ECOG 0']],
    [
      'a sentence as heading of the exclusions',
      'Inclusion Criteria:\n* Age 18\n\nPatients with any of the following will be excluded:\n* Pregnant',
      ['+H Inclusion Criteria:', '  + * Age 18', '-Hany Patients with any of the following will be excluded:', '  - * Pregnant'],
    ],
    [
      'the words inside a sentence',
      'Inclusion Criteria:\n* Meets all inclusion and exclusion criteria of the main study\n* Age 18',
      ['+H Inclusion Criteria:', '  + * Meets all inclusion and exclusion criteria of the main study', '  + * Age 18'],
    ],
  ])('are read from %s', (_, text, tree) => expect(drawn(text)).toEqual(tree)) // prettier-ignore

  it('reads the headings of the older records as inclusion', () => {
    const text =
      'DISEASE CHARACTERISTICS:\n  Invasive breast cancer\n  Hormone receptor status:\n  ER positive\nPATIENT CHARACTERISTICS:\n  No active infection\nPRIOR CONCURRENT THERAPY:\n  At least 4 weeks since chemotherapy'
    expect(drawn(text)).toEqual([
      '+H DISEASE CHARACTERISTICS:',
      '  + Invasive breast cancer',
      '  +H Hormone receptor status:',
      '    + ER positive',
      '+H PATIENT CHARACTERISTICS:',
      '  + No active infection',
      '+H PRIOR CONCURRENT THERAPY:',
      '  + At least 4 weeks since chemotherapy',
    ])
  })
  it('does not take a list of choices for a section of its own', () => {
    const text =
      'DISEASE CHARACTERISTICS:\n  Breast cancer\n  Must meet 1 of the following criteria:\n  stage II\n  stage III\n  No brain metastases'
    expect(drawn(text)).toEqual([
      '+H DISEASE CHARACTERISTICS:',
      '  + Breast cancer',
      '  +Hany Must meet 1 of the following criteria:',
      '    + stage II',
      '    + stage III',
      '  + No brain metastases',
    ])
  })
  it('turns the points of an exclusion list inside the inclusion part, and only those', () => {
    const text =
      'Inclusion Criteria:\n* Age 18\n* Patients are not eligible if:\n  * Pregnant\n  * Nursing\n* ECOG 0\n\nExclusion Criteria:\n* HIV'
    expect(drawn(text)).toEqual([
      '+H Inclusion Criteria:',
      '  + * Age 18',
      '  +H * Patients are not eligible if:',
      '    - * Pregnant',
      '    - * Nursing',
      '  + * ECOG 0',
      '-H Exclusion Criteria:',
      '  - * HIV',
    ])
  })
  it('sees where a text without headings turns to exclusions', () => {
    const text =
      '* Histologically confirmed cancer\n* Age 18\n* ECOG 0-1\n* Signed consent\n* Known HIV infection\n* Active hepatitis B\n* Pregnant or nursing\n* Prior organ transplant'
    expect(criteriaOfText(text).map((piece) => piece.section)).toEqual([...Array(4).fill('inclusion'), ...Array(4).fill('exclusion')])
  })
})

describe('lists', () => {
  it.each([
    [
      'indentation',
      '* Adequate organ function, defined as:\n\n  * ANC 1.5\n  * Platelets 100\n* ECOG 0',
      ['+Hall * Adequate organ function, defined as:', '  + * ANC 1.5', '  + * Platelets 100', '+ * ECOG 0'],
    ],
    [
      'the style of numbering',
      '1. One of these conditions:\na. bone disease\nb. liver disease\n2. ECOG 0',
      ['+Hany 1. One of these conditions:', '  + a. bone disease', '  + b. liver disease', '+ 2. ECOG 0'],
    ],
    [
      'bullets under numbers',
      '1. Any of the following:\n- bone\n- liver\n2. ECOG 0',
      ['+Hany 1. Any of the following:', '  + - bone', '  + - liver', '+ 2. ECOG 0'],
    ],
    [
      'escaped numbers',
      '5\\. Must have had either:\n\n1. Progression, OR\n2. Relapse\n\n6\\. No chemotherapy',
      ['+Hany 5\\. Must have had either:', '  + 1. Progression, OR', '  + 2. Relapse', '+ 6\\. No chemotherapy'],
    ],
    [
      'lines without marks or indentation',
      'Inclusion Criteria:\n  Postmenopausal by any of the following:\n  over 60 years\n  ovaries removed\n  ECOG 0\n  Signed consent',
      [
        '+H Inclusion Criteria:',
        '  +any Postmenopausal by any of the following:',
        '    + over 60 years',
        '    + ovaries removed',
        '  + ECOG 0',
        '  + Signed consent',
      ],
    ],
    [
      'a run-on line',
      '3. Adequate function: a. ANC 1.5 b. Platelets 100 4. ECOG 0',
      ['+H 3. Adequate function:', '  + a. ANC 1.5', '  + b. Platelets 100', '+ 4. ECOG 0'],
    ],
    [
      '"or" at the ends of its points',
      '* Must have:\n  * ESR1 mutation, or\n  * PIK3CA mutation',
      ['+Hany * Must have:', '  + * ESR1 mutation, or', '  + * PIK3CA mutation'],
    ],
  ])('are told by %s', (_, text, tree) => expect(drawn(text)).toEqual(tree)) // prettier-ignore

  it.each([
    [
      'where a group is named as its own was',
      '* Part 1: any solid tumor\n* Part 2: one of the following\n* Lung cancer\n* Melanoma\n* Part 1: evaluable disease\n* ECOG 0',
      [
        '+{Part 1} * Part 1: any solid tumor',
        '+Hany{Part 2} * Part 2: one of the following',
        '  +{Part 2} * Lung cancer',
        '  +{Part 2} * Melanoma',
        '+{Part 1} * Part 1: evaluable disease',
        '+ * ECOG 0',
      ],
    ],
    [
      'at another bullet, and at no other',
      '* Ways to avoid a pregnancy:\n** Female condom\n** Cervical cap\n* No infection\n** Zorblax',
      ['+ * Ways to avoid a pregnancy:', '  + ** Female condom', '  + ** Cervical cap', '+ * No infection', '+ ** Zorblax'],
    ],
    [
      'where its points are no longer joined by "or"',
      '* Disease resistant to letrozole, defined as:\n* Recurrence on it, or\n* Progression on it.\n* Radiological evidence of it',
      [
        '+any * Disease resistant to letrozole, defined as:',
        '  + * Recurrence on it, or',
        '  + * Progression on it.',
        '+ * Radiological evidence of it',
      ],
    ],
    [
      'but not after an "or", though the next point stands further out',
      '* Advanced disease.\n  * Relapse on tamoxifen OR\n  * Relapse after it OR\n* Never any treatment\n* ECOG 0',
      ['+any * Advanced disease.', '  + * Relapse on tamoxifen OR', '  + * Relapse after it OR', '  + * Never any treatment', '+ * ECOG 0'],
    ],
    [
      'at the next number of the list around it, however far in',
      '1. Women must:\n\n* use a method\n\n  2. Men must:\n\n* use a condom',
      ['+ 1. Women must:', '  + * use a method', '+ 2. Men must:', '  + * use a condom'],
    ],
    [
      'at a topic of its own behind Roman numbers',
      '* Tumors: any\n\nPhase 2: criteria are as follows:\n\ni. Lung cancer\n\nii. Melanoma\n\n* ECOG performance status 0-1',
      [
        '+ * Tumors: any',
        '+all{Phase 2} Phase 2: criteria are as follows:',
        '  +{Phase 2} i. Lung cancer',
        '  +{Phase 2} ii. Melanoma',
        '+ * ECOG performance status 0-1',
      ],
    ],
  ])('end %s', (_, text, tree) => expect(drawn(text)).toEqual(tree))
  it('keeps an announcement that asks something itself a criterion', () => {
    const [lead] = criteriaOfText('* Prior treatment with any of the following:\n  * a taxane\n  * an anthracycline')
    expect(lead).toMatchObject({ header: false, joins: 'any' })
  })
  it('goes on with an item over lines that were wrapped', () => {
    const text = '* Patients who have had chemotherapy within four weeks\n  of study entry\n* ECOG 0'
    expect(criteriaOfText(text)).toHaveLength(2)
  })
  it('keeps a paragraph under an item with the item', () => {
    expect(criteriaOfText('1. Brain metastases.\n\n   Treated and stable ones are allowed.\n2. HIV')).toHaveLength(2)
  })
  it('lists a note under the item it follows', () => {
    expect(drawn('* Confirmed ER-positive disease\n\nNote: 10% counts as positive\n\n* ECOG 0')).toEqual([
      '+ * Confirmed ER-positive disease',
      '  + Note: 10% counts as positive',
      '+ * ECOG 0',
    ])
  })
  it.each([
    ['a grade that ends a sentence', '* Toxicity of grade 1. Alopecia of grade 2. is allowed'],
    ['a version in brackets', '* Measurable by RECIST (v1.1) or iRECIST (v1.2) on a scan'],
    ['a decimal number', '* Creatinine below 1.5 mg/dL and bilirubin below 2. The rest is normal'],
    ['a hyphenated word', '* Progression after non-steroidal treatment. Re-treatment is allowed'],
    ['an abbreviation', '* Strong inhibitors (i.e. ketoconazole, e.g. as tablets)'],
  ])('does not cut at %s', (_, text) => expect(criteriaOfText(text)).toHaveLength(1))
  it('cuts a long paragraph without marks at its sentences and keeps leaning ones together', () => {
    const text = `Women with breast cancer that has spread to other organs are studied here. They must have had a taxane before. ${'Disease must be measurable on a scan done recently. '.repeat(2)}The heart must work normally on an echocardiogram taken within a month. However, small changes are allowed. Nobody with hepatitis can take part.`
    expect(drawn(text)).toEqual([
      '+ Women with breast cancer that has spread to other organs are studied here. They must have had a taxane before.',
      '+ Disease must be measurable on a scan done recently.',
      '+ Disease must be measurable on a scan done recently.',
      '+ The heart must work normally on an echocardiogram taken within a month. However, small changes are allowed.',
      '+ Nobody with hepatitis can take part.',
    ])
  })
})

describe('cohorts', () => {
  it.each([
    [
      'a heading',
      'Inclusion Criteria:\n* Age 18\n\nCohort A:\n* HER2-low\n\nPART II\n* TNBC',
      [
        '+H Inclusion Criteria:',
        '  + * Age 18',
        '  +H{Cohort A} Cohort A:',
        '    +{Cohort A} * HER2-low',
        '  +H{Part 2} PART II',
        '    +{Part 2} * TNBC',
      ],
    ],
    [
      'a section heading',
      'Inclusion Criteria - Part 1\n* Age 18\n\nInclusion Criteria - Part 2\n* ECOG 0',
      ['+H{Part 1} Inclusion Criteria - Part 1', '  +{Part 1} * Age 18', '+H{Part 2} Inclusion Criteria - Part 2', '  +{Part 2} * ECOG 0'],
    ],
    [
      'a heading above the sections',
      'PHASE 1\nInclusion Criteria:\n* Age 18\nPHASE 2\nInclusion Criteria:\n* ECOG 0',
      [
        '+H{Phase 1} PHASE 1',
        '+H{Phase 1} Inclusion Criteria:',
        '  +{Phase 1} * Age 18',
        '+H{Phase 2} PHASE 2',
        '+H{Phase 2} Inclusion Criteria:',
        '  +{Phase 2} * ECOG 0',
      ],
    ],
    [
      'leading words',
      '* Cohort B: triple-negative disease\n* In Phase 2, measurable disease\n* Age 18',
      ['+{Cohort B} * Cohort B: triple-negative disease', '+{Phase 2} * In Phase 2, measurable disease', '+ * Age 18'],
    ],
    [
      'a disease group',
      '* For HER2-positive patients: two prior lines\n* Age 18',
      ['+{HER2-positive patients} * For HER2-positive patients: two prior lines', '+ * Age 18'],
    ],
    [
      'a title',
      '* Pancreatic cancer cohort: two prior lines\n* Age 18',
      ['+{Pancreatic cancer cohort} * Pancreatic cancer cohort: two prior lines', '+ * Age 18'],
    ],
    [
      'kinds of tumour that rule each other out',
      '* Prior treatment:\n  * HR-positive: two lines of endocrine therapy\n  * HR-negative: one line of chemotherapy',
      [
        '+H * Prior treatment:',
        '  +{HR-positive} * HR-positive: two lines of endocrine therapy',
        '  +{HR-negative} * HR-negative: one line of chemotherapy',
      ],
    ],
    [
      'but not by kinds that are asked together',
      '* Receptors:\n  * ER-positive: at least 1% of cells\n  * HER2-negative: IHC 0 or 1+',
      ['+ * Receptors:', '  + * ER-positive: at least 1% of cells', '  + * HER2-negative: IHC 0 or 1+'],
    ],
    ['a closing bracket', '* One prior line (Phase 1b only).\n* Age 18', ['+{Phase 1b} * One prior line (Phase 1b only).', '+ * Age 18']],
    [
      '"all patients" after a cohort',
      'Cohort A:\n* HER2-low\n\nAll patients:\n* Age 18',
      ['+H{Cohort A} Cohort A:', '  +{Cohort A} * HER2-low', '+H All patients:', '  + * Age 18'],
    ],
    [
      'a part and its brackets, with no colon behind',
      '* Part 2B (ER+ breast cancer, with drug X (a CDK4i)) Diagnosis of breast cancer\n* Part of the tumour (left) Was removed',
      [
        '+{Part 2B} * Part 2B (ER+ breast cancer, with drug X (a CDK4i)) Diagnosis of breast cancer',
        '+ * Part of the tumour (left) Was removed',
      ],
    ],
    [
      'brackets, where they alone tell parts apart',
      'Inclusion criteria for participants in dose escalation (Part A1):\n* Age 18\nInclusion criteria for participants in dose escalation (Part A2):\n* ECOG 0',
      [
        '+H{Part A1} Inclusion criteria for participants in dose escalation (Part A1):',
        '  +{Part A1} * Age 18',
        '+H{Part A2} Inclusion criteria for participants in dose escalation (Part A2):',
        '  +{Part A2} * ECOG 0',
      ],
    ],
    [
      'a disease or state in a heading, though nothing else is called so',
      'Inclusion Criteria:\n* ECOG 0\n\nFor premenopausal cohort:\n\n* Age below 60\n\nFor postmenopausal cohort:\n\n* Age 18',
      [
        '+H Inclusion Criteria:',
        '  + * ECOG 0',
        '  +H{premenopausal cohort} For premenopausal cohort:',
        '    +{premenopausal cohort} * Age below 60',
        '  +H{postmenopausal cohort} For postmenopausal cohort:',
        '    +{postmenopausal cohort} * Age 18',
      ],
    ],
    [
      'who else takes part',
      'Patient Inclusion Criteria:\n* Age 18\nCaregiver Inclusion Criteria:\n* Cares for a patient',
      [
        '+H Patient Inclusion Criteria:',
        '  + * Age 18',
        '+H{Caregiver} Caregiver Inclusion Criteria:',
        '  +{Caregiver} * Cares for a patient',
      ],
    ],
    [
      'words that only look like one',
      '* Part of the tumour was removed\n* Group A streptococcus infection\n* Phase angle measured',
      ['+ * Part of the tumour was removed', '+ * Group A streptococcus infection', '+ * Phase angle measured'],
    ],
  ])('are named by %s', (_, text, tree) => expect(drawn(text)).toEqual(tree)) // prettier-ignore
})

describe('who the lists are for', () => {
  it('opens the exclusion part at a line that disqualifies, and ends the cohort before it', () => {
    expect(
      drawn(
        'Patients must meet all of the following criteria:\n\n1. Age over 18\n2. Additional inclusion criteria for the bladder cancer cohort\n\n   1. Cancer of the bladder\n3. Additional inclusion criterion for non-small cell cohort\n\n   a. Cancer of the lung\n\nPatients who meet any of the following criteria will be disqualified from the study:\n\n1. Active infection\n2. Pregnancy',
      ),
    ).toEqual([
      '+Hall Patients must meet all of the following criteria:',
      '  + 1. Age over 18',
      '+H{bladder cancer cohort} 2. Additional inclusion criteria for the bladder cancer cohort',
      '  +{bladder cancer cohort} 1. Cancer of the bladder',
      '+H{non-small cell cohort} 3. Additional inclusion criterion for non-small cell cohort',
      '  +{non-small cell cohort} a. Cancer of the lung',
      '-Hany Patients who meet any of the following criteria will be disqualified from the study:',
      '  - 1. Active infection',
      '  - 2. Pregnancy',
    ])
  })
  it('takes the only cohort that a text names, where a whole part is for it, as everybody', () => {
    const pieces = criteriaOfText(
      'Phase 1b\nInclusion Criteria:\n* Age over 18\n* ECOG 0-1\n* Measurable disease\nExclusion Criteria:\n* Active infection\n* Pregnancy\n* HIV',
    )
    expect(pieces.map(({ cohort }) => cohort)).toEqual(pieces.map(() => undefined))
  })
  it('ends a bulleted cohort with its own points where the next bullet stands beside it', () => {
    expect(
      drawn(
        'Inclusion Criteria:\n* Age 18\n* Dose Expansion Cohort Only:\n\n  * Sarcoma\n  * Measurable disease\n* ECOG 0-1\n* Adequate organ function',
      ),
    ).toEqual([
      '+H Inclusion Criteria:',
      '  + * Age 18',
      '  +H{Dose expansion} * Dose Expansion Cohort Only:',
      '    +{Dose expansion} * Sarcoma',
      '    +{Dose expansion} * Measurable disease',
      '  + * ECOG 0-1',
      '  + * Adequate organ function',
    ])
  })
})

describe('for whom a piece is', () => {
  const cohortOf = (line: string) => criteriaOfText(`Inclusion Criteria:\n\n* Age of at least 18 years\n* ${line}`).at(-1)?.cohort
  it.each([
    ['For patients in Phase 2: metastatic cancer', 'Phase 2'],
    ['The phase II study: metastatic cancer', 'Phase 2'],
    ['Dose Confirmation (Arm 1b): metastatic cancer', 'Dose confirmation'],
    ['Dose Expansion Arm (Arm 2) only: metastatic cancer', 'Dose expansion'],
    ['(Dose escalation part only) Metastatic cancer', 'Dose escalation'],
    ['Part 1A monotherapy: metastatic cancer', 'Part 1A'],
    ['For patients with bone disease: metastatic cancer', undefined],
    ['Part of the treatment is given at home', undefined],
    ['Patients in cohorts 1, 2, and 4 should have a mutation', 'Cohorts 1, 2, and 4'],
    ['Eligible Phase 2 patients in Cohort M7 are adults with recurrent disease', 'Cohort M7'],
    ['Participants in Part D must have lung cancer. Participants in Part E must have melanoma', undefined],
    ['Monotherapy Cohort M2: pancreatic cancer', 'Cohort M2'],
    ['Part 2 Dose Optimization: select tumors', 'Part 2'],
    ['Part 2A1: lung cancer', 'Part 2A1'],
    ['Phase 1b expansion: Part A: lung cancer', 'Part A'],
    ['(Cohort 2 Dose Expansion): lung cancer', 'Cohort 2'],
    ['In Parts 1, 2 and 3, lung cancer', 'Parts 1, 2 and 3'],
  ])('%s', (line, cohort) => expect(cohortOf(line)).toBe(cohort))

  it('finds where exclusions begin without any heading, told of people', () => {
    const text = [
      'Histologically proven cancer',
      'ECOG 0-1',
      'Age of at least 18 years',
      'Written informed consent',
      'Participants who have had chemotherapy within 3 weeks',
      'Has known active brain metastases',
      'Patients with a history of hepatitis',
      'Women who are pregnant',
    ]
    expect(criteriaOfText(text.map((line) => `* ${line}`).join('\n')).map(({ section }) => section)).toEqual([
      ...Array(4).fill('inclusion'),
      ...Array(4).fill('exclusion'),
    ])
  })
})
