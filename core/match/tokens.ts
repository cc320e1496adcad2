import { matchesOf } from '../codes/matches-of.ts'
import { isGlue } from './glue-words.ts'
import { sortOfWord } from './left-over/word-sorts.ts'
import type { Predicate, Test } from './predicate.ts'

/** The pieces that a sentence is made of, in order: what was understood, what joins it, and the words left over. */
export type Token =
  | { is: 'test'; test: Test }
  /** `strong`: ", or" that divides more than an "or" beside it. */
  | { is: 'join'; by: 'and' | 'or' | 'comma' | 'slash'; strong?: boolean }
  /** What brackets say of the words before them: a statement, what it takes back, of whom it is asked. */
  | { is: 'group'; kinds: ReadonlySet<string>; main: Predicate | undefined; except: Predicate | undefined; only: Predicate | undefined }
  /** `ofDoing`: "must not", "should not", which may deny what stands before it: "live vaccines should not be given". */
  | { is: 'negator'; ofDoing?: boolean; ofDuty?: boolean }
  | { is: 'but' }
  /** `says`: words follow, though none of them may carry anything ("unless ineligible to receive it"). */
  | { is: 'except'; says?: string }
  /** `some`: "if applicable", where nobody says of whom. `people`: "for patients who", which may as well begin what is asked. */
  | { is: 'if'; of?: 'some' | 'people' }
  /** "such as", "e.g.", "including": what follows are examples of what stands before. `whole`: "including", which may name all there are. */
  | { is: 'examples'; whole?: boolean }
  /** "As shown by", "per": what follows explains what stands before. `defines`: "i.e.", "defined as". */
  | { is: 'explains'; defines?: boolean }
  /** "Regardless of", "with or without": what follows is not asked. */
  | { is: 'regardless' }
  /** "Must", "should": what stands before is of whom it is asked. */
  | { is: 'modal' }
  | { is: 'open' }
  | { is: 'close' }
  | { is: 'verb' }
  /** "With", "who", "that": what follows describes what stands before. */
  /** `manner`: "shown by", of how it is known. `label`: the colon behind what it is asked of ("HR-positive: …"). `needs`: "requiring". */
  | { is: 'relative'; manner?: boolean; label?: boolean; needs?: boolean; by?: 'with' }
  | { is: 'words'; words: string[] }

/** Cuts `text.slice(start, end)` into tokens around the tests (in order, not overlapping). */
export function tokensOf(text: string, start: number, end: number, tests: readonly Test[]): Token[] {
  const tokens: Token[] = []
  let at = start
  for (const test of tests) {
    if (test.end <= start || test.start >= end) continue
    const gap = text.slice(at, Math.max(at, test.start))
    gapTokens(gap, tokens)
    // "LHRH agonist for premenopausal women": of whom it is asked.
    if (PEOPLE.test(test.kind) && /\b(?:for|in|among)(?: (?:all|any|the))?\s*$/.test(gap)) tokens.push({ is: 'if', of: 'people' })
    // "One line for HER2-positive disease" is asked of those with such a disease.
    if (TUMOURS.test(test.kind) && FOR.test(gap) && tokens.some((token) => token.is === 'test' && GIVEN.test(token.test.kind)))
      tokens.push({ is: 'if', of: 'people' })
    // "Only liver metastases": not everybody with metastases there.
    if (test.kind === 'has-metastases-in' && /\bonly\s*$/.test(gap)) tokens.push({ is: 'words', words: ['only'] })
    // The kind took the word that ties it to what stands before: "brain metastases ‹requiring steroids›".
    if (tokens.length > 0 && NEEDS.test(text.slice(test.start, test.end))) tokens.push({ is: 'relative', needs: true })
    tokens.push({ is: 'test', test })
    at = Math.max(at, test.end)
  }
  gapTokens(text.slice(at, end), tokens)
  return withOpenEnd(tokens, text.slice(start, end))
}

const NEEDS = /^(?:requiring|needing|(?:that|which) (?:requires?|needs?)|due to|associated with)\b/
const PEOPLE = /^(?:is-of-sex|is-of-age|has-menopausal-status)$/

const TUMOURS = /^(?:has-her2-status|has-hormone-receptor-status|is-triple-negative)$/
const GIVEN = /^(?:has-received-treatment|has-had-prior-lines|has-progressed-on-treatment)$/
const FOR = /\bfor\s*$/

/** "… if this is available": what follows an "if" carries no statement, and yet it is asked of some only; "… if:" announces a list. */
function withOpenEnd(tokens: Token[], text: string): Token[] {
  const last = tokens.findLastIndex(({ is }) => is === 'if')
  const token = tokens[last]
  if (token?.is !== 'if' || token.of !== undefined || tokens.slice(last).some(({ is }) => is === 'test' || is === 'words')) return tokens
  const isOpen = OPEN_END.test(text) && !/:\s*$/.test(text)
  return isOpen ? tokens.with(last, { is: 'if', of: 'some' }) : tokens
}
const OPEN_END =
  /\b(?:if|provided(?: that)?|as long as|so long as)(?: [a-z-]+){0,3} (?:available|received|known|possible|needed|required|used|done|performed|given|approved|indicated|able)\b[^.;]*[.;)]*\s*$/

const MARK =
  /\b(?:among|of|in|from|limited to|restricted to) (?:(?:one|any) of )?the following (?:[a-z-]+ ){0,2}(?:tumou?rs?|cancers?|malignanc(?:y|ies)|histolog(?:y|ies)|indications?)(?: (?:types?|histologies|indications))?\b|\b(?:is|are) (?:only )?required (?:in|for|of)\b|\b(?:with or without|may or may not (?:include|have|be)|regardless of|irrespective of|independent of|whether or not)\b|\b(?:with the exceptions? of|with exceptions? (?:of|for|such as|including)|except(?:ing|ions? (?:include|are|is)|ions?(?=[:,]))?(?: for| if| when| in)?|unless|other than|apart from|aside from|excluding|excludes)\b|\b(?:and\/or|or|nor)\b|\band\b|\bbut(?: not)?\b|\b(?:however|whereas)\b|\b(?:(?:if|when|where|as) (?:applicable|appropriate|clinically indicated|indicated(?! by)|relevant)|(?:applies|applicable|only|required) (?:only )?(?:to|for) (?=patients|participants|subjects|women|men|those)|in (?:the )?(?:case|event) of|in (?:the )?cases? (?:where|that)|(?:for|in) (?:(?:those|any|all|the) )?(?:those|women|men|males|females|patients|participants|subjects|individuals|children|people) (?:who|with|whose|without)|if|provided(?: that)?|as long as|so long as|only if)\b|\b(?:such as|e\.g\.|eg|including(?:,? but not limited to)?|not limited to|includes?|for example|examples?|like)(?=[\s,:]|$)|\b(?:i\.e\.|ie|defined as|defined by|definition|meaning|(?<=[,;(] ?)that is(?=,)|as evidenced by|as (?:documented|confirmed|shown|determined|measured|assessed|demonstrated|indicated) (?:by|on|in)|as defined (?:by|in)|according to|as per|per)(?=[\s,:]|$)|\b(?:must not|may not|should not|cannot|do not|does not|did not|has not|have not|had not|is not|are not|not|no(?! longer)|without|never|absence of|asymptomatic (?:from|of|regarding)|free (?:of|from)|negative for|lack of|neither|none of|no evidence of|have no|no known|devoid of)\b|\b(?:must|should|shall|(?:is|are|will be) required to|(?:will )?need to)\b|\b(?:have|has|had|are|is|be)\b|\b(?:shown|proven|demonstrated|verified|detected|diagnosed|established|supported|seen) (?:by|on|with|via|using|through)\b|\b(?:requiring|needing|necessitating|(?:that|which) (?:requires?|required|needs?|needed)|associated with|due to|secondary to|resulting (?:in|from)|leading to|caused by|complicated by|attributable to)\b|\b(?:with|who|whose|that|which|having)\b|[(),;:/]|(?<= )- /g

function gapTokens(gap: string, tokens: Token[]): void {
  let at = 0
  for (const match of matchesOf(gap, MARK)) {
    wordsToken(gap.slice(at, match.index), tokens)
    at = match.index + match[0].length
    const token = tokenOf(match[0].trim())
    if (token?.is === 'except') tokens.push({ is: 'except', says: /^(?:unless|except)/.test(match[0]) ? saidOf(gap.slice(at)) : '' })
    else if (token) tokens.push(token)
    // "Brain metastases requiring treatment" are not all of them.
    if (token?.is === 'relative' && token.needs) tokens.push({ is: 'words', words: ['requiring'] })
  }
  wordsToken(gap.slice(at), tokens)
}

/** The words of an exception, where they do not announce a list of exceptions. */
const saidOf = (rest: string): string =>
  /\bfollowing\b|:\s*$/.test(rest) || !/[a-z]{4}/.test(rest)
    ? ''
    : rest
        .replace(/[\s.;,)]+$/, '')
        .trim()
        .slice(0, 80)

function tokenOf(mark: string): Token | undefined {
  if (mark === '(') return { is: 'open' }
  if (mark === ')') return { is: 'close' }
  if (mark === ',' || mark === ';') return { is: 'join', by: 'comma' }
  if (mark === ':' || / the following /.test(mark)) return { is: 'relative', label: true }
  if (mark === '-') return { is: 'verb' }
  if (mark === '/') return { is: 'join', by: 'slash' }
  if (/^(?:and\/or|or|nor)$/.test(mark)) return { is: 'join', by: 'or' }
  if (mark === 'and') return { is: 'join', by: 'and' }
  if (/^but not$/.test(mark)) return { is: 'except' }
  if (/^(?:but|however|whereas)/.test(mark)) return { is: 'but' }
  if (/^(?:with the|with exc|except|unless|other than|apart|aside|exclud)/.test(mark)) return { is: 'except' }
  if (/^(?:if|when|where|as) (?:app|clin|ind(?!icated (?:by|on|in))|rel)/.test(mark)) return { is: 'if', of: 'some' }
  if (
    /^(?:for|in) (?:any |all |the )?(?:those|wo?men|males|females|patients|participants|subjects|individuals|children|people) /.test(mark)
  )
    return { is: 'if', of: 'people' }
  if (/^(?:if|provided|as long|so long|only|applies|applicable|required (?:only )?(?:to|for) ?$|in (?:the )?(?:case|event))/.test(mark))
    return { is: 'if' }
  if (/^(?:such as|e\.g|eg|includ|not limited|for example|example|like)/.test(mark))
    return { is: 'examples', whole: /^includ(?:ing|es)$/.test(mark) }
  if (/^(?:i\.e|ie$|defin|meaning|that is|as |according|per$)/.test(mark))
    return { is: 'explains', defines: /^(?:i\.e|ie$|defin|meaning|that is)/.test(mark) }
  if (/required (?:in|for|of)$/.test(mark)) return { is: 'if' }
  if (/^(?:with or|may or|regardless|irrespective|independent|whether)/.test(mark)) return { is: 'regardless' }
  if (/^(?:must|should|shall|is required|are required|will be required|need|will need)(?: to)?$/.test(mark)) return { is: 'modal' }
  if (/^(?:have|has|had|are|is|be)$/.test(mark)) return { is: 'verb' }
  if (/^(?:requiring|need|necess|(?:that|which) (?:req|need))/.test(mark)) return { is: 'relative', needs: true }
  if (mark === 'with') return { is: 'relative', by: 'with' }
  if (/^(?:who|whose|that|which|having|associated|due|secondary|resulting|leading|caused|complicated|attributable)\b/.test(mark))
    return { is: 'relative' }
  if (/ (?:by|on|with|via|using|through)$/.test(mark) && /^(?:shown|proven|demon|verif|detect|diag|estab|supp|seen)/.test(mark))
    return { is: 'relative', manner: true }
  return { is: 'negator', ofDoing: /^(?:must|may|should|cannot)/.test(mark), ofDuty: /^(?:must|may|should)/.test(mark) }
}

/** "Zorblax cancer": behind a word that may name where it grows, the cancer is one of another place, and no little word. */
const CANCER = /^(?:cancers?|carcinomas?|malignanc(?:y|ies)|neoplasms?|tumou?rs?)[.,]?$/
function namesSite(word: string | undefined): boolean {
  if (word === undefined || isGlue(word) || !/^[a-z-]{3,}$/.test(word) || /solid|tumou?r|cancer|malignan/.test(word)) return false
  const sort = sortOfWord(word)
  return sort === undefined || sort === 'place'
}

function wordsToken(gap: string, tokens: Token[]): void {
  const all = gap.match(/[a-z0-9≥≤<>%][a-z0-9'≥≤<>%./-]*/g) ?? []
  const words = all.filter((word, i) => !isGlue(word) || (CANCER.test(word) && namesSite(all[i - 1])))
  if (words.length > 0) tokens.push({ is: 'words', words })
}
