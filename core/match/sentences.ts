import { matchesOf } from '../codes/matches-of.ts'
/** What a sentence of a criterion does: asks for something, keeps people out, lets people in, or only explains. */
export type SentenceRole = 'requires' | 'excludes' | 'allows' | 'explains'
/** One sentence at `[start, end)` of the clause. */
export type Sentence = { start: number; end: number; role: SentenceRole; first: boolean }

/**
 * The sentences of a clause from `from` on, each with its role. `taken` are words already understood, never cut in two.
 * The section says what a sentence does that says nothing itself: "Patients with brain metastases" excludes under Exclusion Criteria.
 */
export function sentencesOf(
  text: string,
  from: number,
  section: 'inclusion' | 'exclusion',
  taken: readonly { start: number; end: number; kind?: string }[],
): Sentence[] {
  // "Gastric cancer; NSCLC; melanoma" is one list.
  const isListOfCancers = taken.filter(({ kind }) => kind === 'has-cancer-of-another-organ').length > 1
  const ends: number[] = []
  for (const match of matchesOf(text, BOUNDARY)) {
    const at = match.index
    if (at < from || taken.some((one) => one.start < at && at < one.end - 1)) continue
    if (text[at] === '.' && ABBREVIATION.test(text.slice(Math.max(0, at - 7), at + 1))) continue
    // "1. Age" is the number of a point.
    if (text[at] === '.' && /^[^a-z]*$/.test(text.slice(ends.at(-1) ?? from, at))) continue
    if (text[at] === ';' && isListOfCancers) continue
    if (insideBrackets(text, from, at)) continue
    // "May be enrolled if they meet the following: do not need steroids; do not have seizures" is one sentence.
    if (text[at] === ';' && isOpenList(text.slice(ends.at(-1) ?? from, at))) continue
    ends.push(NOTE.test(match[0]) ? at : at + 1)
  }
  for (const at of splices(text, from, taken)) ends.push(at)
  ends.sort((a, b) => a - b)
  const sentences: Sentence[] = []
  let start = from
  for (const end of [...ends, text.length]) {
    if (/[a-z0-9]/.test(text.slice(start, end))) {
      const first = sentences.length === 0
      sentences.push({ start, end, role: roleOf(withoutLimits(text, start, end, taken), section, first), first })
    }
    start = end
  }
  return sentences
}

/**
 * Where one sentence says two things: "metastatic disease, but prior chemotherapy is not allowed", "measurable disease, bone-only disease is
 * excluded". The verdict speaks only of the words between the comma and itself.
 */
function splices(text: string, from: number, taken: readonly { start: number; end: number }[]): number[] {
  // Most pieces have one clause, or no verdict.
  if (!/[,;]| but | or /.test(text) || (!(speaksOfTakingPart(text) && KEEPS_OUT.test(text)) && !LETS_IN.test(text))) return []
  const isFree = (at: number) => !taken.some((one) => one.start < at && at < one.end) && !insideBrackets(text, from, at)
  const hasTest = (a: number, b: number) => taken.some((one) => one.start < b && one.end > a)
  const at: number[] = []
  let start = from
  for (const { 0: mark, index } of text.matchAll(
    /[.;](?=\s)| (?=or (?:those |the )?(?:patients|participants|subjects)\b)|,? (?:but|however|although|while|whereas)\b,?|,(?= )/g,
  )) {
    if (index < from) continue
    if (/^[.;]/.test(mark)) start = index + 1
    else if (isFree(index)) {
      const before = text.slice(start, index)
      const after = text.slice(index + mark.length).split(/[.;](?=\s|$)/)[0] ?? ''
      const said = KEEPS_OUT.test(after) ? KEEPS_OUT : LETS_IN.test(after) ? LETS_IN : undefined
      if (!said || !hasTest(start, index)) continue
      const place = said.exec(after)?.index ?? 0
      const own = after.slice(0, place)
      const isApart =
        mark === ','
          ? !own.includes(',') &&
            !KEEPS_OUT.test(before) &&
            (said === KEEPS_OUT || !LETS_IN.test(before)) &&
            OWN_SUBJECT.test(own) &&
            !isOpenClause(before)
          : KEEPS_OUT.test(before) !== KEEPS_OUT.test(after) && !isOpenClause(before) && (/[a-z]{4}/.test(own) || LETS_IN.test(before))
      if (!isApart || !hasTest(index, index + mark.length + after.length)) continue
      at.push(index + (mark === ',' ? 1 : 0))
      start = index + mark.length
    }
  }
  return at
}
/** What may stand before "is not allowed" as a subject of its own. */
const OWN_SUBJECT =
  /^ ?(?:(?:the|any|all|those|both) )?(?:patients?|participants?|subjects?|prior|previous|bone-only|bone only|treatment|(?:[a-z0-9+-]+ ){1,3}(?:disease|metastas[ei]s|tumou?rs?|therapy|chemotherapy|lesions?|cancers?))\b/
const isOpenClause = (before: string): boolean => OPEN_CLAUSE.test(before) && !LETS_IN.test(before)
/** A list of people, or a condition, whose verdict is still to come. */
const OPEN_CLAUSE =
  /^[^a-z]*(?:(?:the|any|all|those) )?(?:patients?|participants?|subjects?|individuals?|women|men|those|if|for|because|since|as|unless|except|when|although|while|in)\b/

/** A limit said with its relaxation ("≤ 5 × ULN is allowed") is no permission for people. */
function withoutLimits(text: string, start: number, end: number, taken: readonly { start: number; end: number; kind?: string }[]): string {
  const limits = taken.filter(({ kind, start: from, end: to }) => kind === 'lab-values-are-within-limits' && from < end && to > start)
  return limits.reduce(
    (words, { start: from, end: to }) =>
      words.slice(0, Math.max(0, from - start)) +
      ' '.repeat(Math.min(end, to) - Math.max(start, from)) +
      words.slice(Math.min(end, to) - start),
    text.slice(start, end),
  )
}

/** What a sentence does, from its verb; the section decides where it has none. */
export function roleOf(sentence: string, section: 'inclusion' | 'exclusion', first: boolean): SentenceRole {
  if (
    COUNTS.test(sentence) &&
    (!first ||
      /^[^a-z]*(?:note|definition)|considered (?:positive|negative)|menopaus[a-z]*(?: (?:status|women|state))? (?:is|are|was|were|will be) (?:defined|considered)|(?:female|woman|wom[ae]n)[a-z ]*of (?:child|repro)[a-z -]* (?:is|are) (?:any|defined|a |considered)/.test(
        sentence,
      ))
  )
    return 'explains'
  if (OF_CHILDBEARING.test(sentence) || INFORMS.test(sentence)) return 'explains'
  if (!first && OF_CHILDREN.test(sentence)) return 'explains'
  if (!first && EXCEPTS.test(sentence) && !MUST.test(sentence)) return 'allows'
  if (DOES_NOT_KEEP_OUT.test(sentence)) return 'allows'
  if (!first && (OF_PAPERS.test(sentence) || OF_TESTING.test(sentence))) return 'explains'
  if (/^[^a-z]*notes?\b/.test(sentence) && !KEEPS_OUT.test(sentence) && !LETS_IN.test(sentence) && !MUST.test(sentence)) return 'explains'
  if (speaksOfTakingPart(sentence) && KEEPS_OUT.test(sentence)) return 'excludes'
  const letsIn = LETS_IN.exec(sentence.replace(NO_PERMISSION, (words) => '_'.repeat(words.length)))
  // "… must have ended, with the exception of tamoxifen, which is permitted": the permission is of the exception.
  if (letsIn && !EXCEPTION_FIRST.test(sentence.slice(0, letsIn.index).replace(/\([^()]*\)/g, '')))
    return section === 'inclusion' && UP_TO.test(sentence) ? 'requires' : 'allows'
  if (section === 'exclusion' && NONE_OF.test(sentence)) return 'requires'
  if (section === 'exclusion')
    return MUST.test(
      sentence
        .replace(/\([^()]*\)/g, '')
        .replace(SIDE_NOTE, '')
        .replace(BY_THE_WAY, ''),
    ) || MAY_NOT_HAVE.test(sentence)
      ? 'requires'
      : !first && EXPLAINS.test(sentence)
        ? 'explains'
        : 'excludes'
  if (!first && EXPLAINS.test(sentence) && !MUST.test(sentence)) return 'explains'
  return 'requires'
}

/** What will be done, what a drug can do, the title of a definition: nothing is asked of the person. */
const INFORMS =
  /^[^a-z]*there will be\b|^[^a-z]*[a-z0-9+-]{2,30}(?: [a-z+-]{2,20}){0,3} (?:is|are) diagnosed (?:in|when|by|as|if)\b|^[^a-z]*definitions? of [^.:;]{0,60}[^a-z]*$|^(?:(?!\b(?:that|which|who|whose|must|should|exclu\w+|eligible)\b)[^.;]){3,200}\b(?:can|could|may|might) (?:potentially )?(?:cause|harm|be (?:harmful|teratogenic|toxic))\b(?!.*\b(?:must|should|excluded|ineligible|not eligible)\b)/
/** "Because no data are available, children are excluded" behind a limit of age. */
const OF_CHILDREN =
  /\b(?:children|minors|p(?:a)?ediatric patients|patients (?:<|under|younger than) ?18[a-z ]{0,14}),? (?:are|is|will be) (?:also )?(?:excluded|ineligible|not eligible|not included)\b/
/** "Except for …" behind a full stop takes something back from the sentence before. */
export const EXCEPTS = /^[^a-z]*except(?:ions?|ing)?\b/
/** "A woman of childbearing potential is any woman who …" */
const OF_CHILDBEARING =
  /^[^a-z]*(?:note:? *)?(?:an? |the )?(?:female|woman|wom[ae]n)[a-z ]*of (?:child|repro)[a-z -]*(?:\([^()]*\) )?(?:is|are) (?:any|defined|a |considered)/
const DOES_NOT_KEEP_OUT =
  /\b(?:(?:will|should|shall|would) not be (?:an? )?(?:excluded|exclusionary|ineligible|exclusion)|(?:are|is) not (?:automatically |necessarily )?(?:excluded|exclusionary|ineligible|an exclusion))\b/
/** "Conditions that make it inappropriate to be enrolled", "patients who are eligible for treatment with …": the word lets nobody in. */
const NO_PERMISSION =
  /\b(?:inappropriate|unsuitable|unfit|unsafe|not (?:appropriate|suitable|fit|safe|advisable)|undesirable)\b[^.;,]{0,50}?\bto be (?:enrolled|included)\b|\b(?:who|that) (?:is|are) eligible (?=(?:as per|per|according to|to receive|for)\b)|\b(?:is|are) eligible (?=(?:as per|per|according to|to receive|for (?:treatment|therapy|chemotherapy|endocrine|standard|surgery|radiotherapy))\b)/g
const EXCEPTION_FIRST = /[a-z]{4}.*\b(?:except(?:ions?)?(?: for| of)?|unless|other than|apart from|aside from)\b/
/** "Hepatitis testing is not required unless …": which tests are made, not what is asked. */
const OF_TESTING =
  /^[^a-z]*(?:[a-z-]+ ){0,5}(?:testing|tests?|screening|serolog(?:y|ies)) (?:for [a-z ]{2,40} )?(?:is|are|will be) (?:not )?(?:required|mandatory|necessary|needed|mandated|performed|optional)\b/
/** How a thing is to be documented, not what is asked. */
const OF_PAPERS =
  /^[^a-z]*(?:documentation|confirmation|determination|assessments?|testing|tests|samples?|specimens?|the (?:sample|specimen|biopsy|tissue)|tissue|biops(?:y|ies)|archival)\b/
/** A cheap look for the words without which `KEEPS_OUT` finds nothing. */
export const speaksOfTakingPart = (text: string): boolean =>
  /exclu|eligib|allow|permi|accept|inclu|enrol|enter|recomm|prohib|forbid|particip/.test(text)
/** Words of a sentence that say what it does; they name no condition of the person. */
export const KEEPS_OUT =
  /\b(?:(?:are|is|will be|would be|be|were|was|being) (?:also |therefore |then )?(?:not (?:considered )?(?:be )?(?:eligible(?! (?:for|to)\b(?! (?:the |this |our |any |further )*(?:present |current |clinical )?(?:stud|trial|protocol|part|phase|cohort|arm|enrol|ent[er]|participa|inclusion|random|registr|join|tak|be )))|allowed|permitted|acceptable|included|enrolled|permissible|recommended)|excluded|exclusionary|ineligible(?! (?:for|to)\b(?! (?:the |this |our |any |further )*(?:present |current |clinical )?(?:stud|trial|protocol|part|phase|cohort|arm|enrol|ent[er]|participa|inclusion|random|registr|join|tak|be )))|prohibited|disallowed|forbidden|an exclusion(?: criterion)?)|(?:may|can|will|should|must) not (?:be (?:eligible|included|enrolled|entered|permitted|allowed)|enroll?|participate)|(?<!may or )(?:may|must|should|cannot) not include|cannot include|cannot (?:be (?:eligible|included|enrolled)|participate)|not eligible if|not (?:allowed|permitted|eligible)\s*[.;]?\s*$|is exclusionary|exclusion:|will exclude|excludes? (?:the )?(?:patient|subject|participant))(?! (?:for|to|from) (?:curative|surg|surgical|resection|resect|local|radical|chemo|endocrine|receiv|undergo|treatment with|standard|breast|complet|radio|radiation|platin|take|high|establish|availab|approved|alternative|conventional|existing|immun|targeted|transplant|any (?:other |available )?(?:therap|treat)))/
export const LETS_IN =
  /\b(?:(?:are|is|was|were|will be|may be|can be|be|remain|should be) (?:also |still |however |therefore |potentially |freely |fully |equally |generally )?(?:considered )?(?:potentially )?(?:eligible|allowed|permitted|acceptable|included|enrolled|permissible|exempt|not excluded|not exclusionary|not an exclusion|not considered exclusion\w*)|(?:may|can) (?:still |also )?(?:enroll?|participate|be (?:eligible|included|enrolled|allowed|permitted|considered))|(?:is|are) (?:(?:otherwise|generally|routinely|strictly|absolutely|in general) )?not (?:(?:otherwise|generally|routinely|strictly|absolutely|always) )?(?:required|mandatory|necessary|needed|a requirement|mandated)|(?:may|can) (?:also |still )?(?:include\b|be (?:either|pre|peri|post|of any)|receive\b|be on|continue|be continued|remain on|be using|use|have had|have received|be receiving|have(?! not| no))|no [a-z -]{0,40}(?:is|are) (?:needed|required|necessary|mandated)|no (?:limit|restriction)s?\b|need not|not exclude[ds]?|any number of|(?:is|are) (?:eligible|allowed|ok)\b|(?<!not |only )(?:allowed|permitted|acceptable) (?:only )?(?:if|provided|as long as|when)\b|allowed\s*[.;)]?\s*$|permitted\s*[.;)]?\s*$|acceptable\s*[.;)]?\s*$|eligible\s*[.;)]?\s*$)/
/** "May have had up to two lines" is a limit, not only a permission. */
const UP_TO =
  /\bmay (?:only )?have (?:had |received |undergone )?(?:only )?(?:up to|a maximum of|no more than|not more than|at most|0 ?- ?\d|≤ ?\d|one or two|1 or 2|(?:one|1)(?! or (?:more|greater)\b)) /
const MUST =
  /\b(?:must|should|shall|(?:is|are) (?:required|to (?:be|have))|(?:have|has|need|needs) to (?:have|be|agree|use)|required to|(?:is|are) (?:willing|able) to|will (?:need|be required))\b/
/** "Major surgery within 3 weeks, and patients must have recovered" still excludes. */
const SIDE_NOTE = /\band (?:the |all )?(?:patients?|participants?|subjects?) (?:must|should)\b.*$/
/** "Infections for which antibiotics are required": what is required describes the infection. */
const BY_THE_WAY =
  /\b(?:for which|for whom|that|which|where|when|if|unless)\b[^,.;]{0,80}?\b(?:is|are|was|were) (?:required|needed|necessary|to be)\b|\b(?:that|which) (?:should|must)\b/g
/** "Patients may not have …" in a list of exclusions forbids what it names, as "must not" does. */
const MAY_NOT_HAVE = /^[^a-z]*(?:however, *)?(?:[a-z-]+ ){0,4}(?:may not|cannot|can not) have\b/
/** "No major surgery within 28 days" among exclusions says what must not be, as it would among inclusions. */
const NONE_OF =
  /^[^a-z]*no (?:prior|previous|other|major|known|active|evidence of|history of|concurrent|concomitant|current|recent|symptomatic|uncontrolled|more than)\b/
const EXPLAINS =
  /\b(?:note:?|defined (?:as|by)|definition|(?:is|are) considered|refers? to|includes?:?|for the purpose|e\.g\.|i\.e\.|examples?|according to|recommended|will be (?:collected|used|performed|discussed|determined|evaluated|assessed|considered|made|required|tested|obtained)|does not need|should be discussed|per (?:protocol|local|institution)|may (?:be|occur)|can be considered as|(?:are|is) (?:non-?measurable|not (?:considered )?measurable)|encouraged|preferred|will make up)\b/

/** "Should not be counted as endocrine therapy": how something is counted, not what is asked. */
const COUNTS =
  /\b(?:(?:not )?(?:be |are |is )?(?:counted|considered|regarded) (?:as|to be|to have|towards?|an?\b)|counts? (?:as|towards?)|should not (?:get|become|breast-?feed|be breast|donate|father)|(?:should|must|will|asked to) (?:immediately )?(?:inform|notify)|inform (?:her|his|their)(?: treating)? (?:physician|doctor)|does not (?:count|constitute)|(?:is|are) not (?:considered |regarded as )?(?:a form of )?systemic (?:treatment|therapy)|(?:is|are|was|were) defined as|(?:be |are |is )?(?:not )?(?:classed|classified|regarded|treated|counted) as|(?:line|regimen)s? (?:of [a-z -]{3,40} )?(?:is|means) (?:an?|any)\b)\b/

/** True for a sentence whose permission is tied to a condition: "eligible if", "allowed provided that". */
export const isConditional = (sentence: string): boolean =>
  /\b(?:if|provided|as long as|so long as|only|when|unless|once|after|with the following|meeting|who (?:have|are|meet))\b/.test(sentence)

const BOUNDARY =
  /[.;](?=\s+\S|\s*$)|\.(?=\d{1,2} (?:patients|participants|subjects|the|if|for|note)\b)|\bnotes?\s*:|\s{2,}(?=[*•] )|(?<=\S) (?=however,)|(?<=\S) (?=and (?:the |all )?(?:patients?|participants?|subjects?) (?:must|should)\b)/g
const isOpenList = (sentence: string) => LETS_IN.test(sentence) && /\b(?:following|criteria|conditions|if)\b[^.]*:/.test(sentence)
const NOTE = /^(?:notes?\s*:|\s)/
const ABBREVIATION = /\b(?:e\.g|i\.e|vs|etc|approx|no|dr|st|incl|resp|inc|max|min|ca|e\.g\.,)\.$/

function insideBrackets(text: string, from: number, at: number): boolean {
  let depth = 0
  for (let i = from; i < at; i++) {
    if (text[i] === '(') depth++
    else if (text[i] === ')') depth = Math.max(0, depth - 1)
  }
  return depth > 0 && text.indexOf(')', at) >= 0
}
