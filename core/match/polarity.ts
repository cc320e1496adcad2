import type { Statement } from './compile-criterion.ts'
import { WEIGHTY } from './coordination.ts'
import { hasBrainMetastases } from './criteria/has-brain-metastases.ts'
import { hasMetastasesInOrgan } from './criteria/has-metastases-in-organ.ts'
import { hasRecoveredFromToxicity } from './criteria/has-recovered-from-toxicity.ts'
import { hasStageOrSetting } from './criteria/has-stage-or-setting.ts'
import { describesOnly } from './describing-words.ts'
import { diseaseFirst } from './disease-first.ts'
import { withoutProof } from './disease-lists.ts'
import { paramsText } from './params-text.ts'
import { allOf, anyOf, type Predicate, ready, type Test } from './predicate.ts'

/** What nobody is asked to have: illnesses, medicines, a pregnancy, a second cancer. */
const BURDENS =
  /^(?:has-condition|takes-medicine|is-pregnant-or-nursing|has-other-cancer|is-allergic-to-the-study-drug|has-controlled-viral-infection|is-in-another-trial)$/
/** "Women must be past the menopause or use contraception": who can become pregnant is asked for the sake of the child only. */
const OF_PREGNANCY = /child-?\s?bearing|reproductive potential|contracept|pregnan|birth control/
const BURDENS_OF_PREGNANCY = new RegExp(`${BURDENS.source}|^(?:has-menopausal-status|is-of-age|is-of-sex|has-had-radiation-or-surgery)$`)
/** "Patients with suspected metastases of the brain should have a scan": among exclusions nobody is asked to have them. */
const BURDENS_OF_EXCLUSIONS = new RegExp(`${BURDENS.source}|^has-(?:brain-metastases|leptomeningeal-disease|metastases-in-organ)$`)
/** The disease that the trial is about keeps nobody out by itself. */
const DISEASE = /^has-breast-cancer$/

/**
 * The statement with what nobody can have meant taken out. "Participants with type 2 diabetes and an HbA1c under 8 %" asks nothing of those without
 * diabetes; "prior treatment for breast cancer" among exclusions does not keep out everybody who has breast cancer.
 */
export function soundly({ does, predicate }: Statement, words: string, isExclusion = false): Statement {
  const burdens = OF_PREGNANCY.test(words) ? BURDENS_OF_PREGNANCY : isExclusion ? BURDENS_OF_EXCLUSIONS : BURDENS
  return {
    does,
    predicate:
      does === 'requires'
        ? withoutBurdens(withoutContrast(confirmedToo(diseaseFirst(withoutProof(predicate)))), burdens)
        : withoutDisease(beyond(withNounsOnly(predicate))),
  }
}

/** "HER2 0, 1+ or 2+; if 2+, a negative ISH test is required": what confirms a result is no other way in. */
function confirmedToo(predicate: Predicate): Predicate {
  if (predicate.is === 'all' || predicate.is === 'doubt') return { ...predicate, of: predicate.of.map(confirmedToo) }
  if (predicate.is !== 'any') return predicate
  const ways = anyOf(predicate.of.filter((part) => !confirms(part)))
  const proofs = predicate.of.filter(confirms)
  return ways && proofs.length > 0 ? { is: 'all', of: [ways, ...proofs] } : predicate
}
const confirms = (part: Predicate): boolean =>
  part.is === 'test' &&
  typeof part.params === 'object' &&
  part.params !== null &&
  'confirms' in part.params &&
  part.params.confirms === true

/** "Measurable disease; patients without it but with evaluable disease are allowed": the second way in is evaluable disease. */
function withoutContrast(predicate: Predicate): Predicate {
  if (predicate.is !== 'any') return predicate
  const ways = new Set(predicate.of.flatMap((part) => (part.is === 'test' ? [`${part.kind} ${paramsText(part.params)}`] : [])))
  const isContrast = (part: Predicate) =>
    part.is === 'not' && part.of.is === 'test' && ways.has(`${part.of.kind} ${paramsText(part.of.params)}`)
  return {
    ...predicate,
    of: predicate.of.map((part) => (part.is === 'all' ? (allOf(part.of.filter((one) => !isContrast(one))) ?? part) : part)),
  }
}

/** "Metastases other than in bone": who has them there and in the liver is kept out. */
function beyond(predicate: Predicate): Predicate {
  if (predicate.is === 'any' || predicate.is === 'doubt') return { ...predicate, of: predicate.of.map(beyond) }
  if (predicate.is !== 'all' || !predicate.of.some(isOfSpread)) return predicate
  return {
    ...predicate,
    of: predicate.of.map((part) => (part.is === 'not' && part.of.is === 'test' ? (elsewhere(part.of) ?? part) : part)),
  }
}
const isOfSpread = (part: Predicate): boolean =>
  part.is === 'test'
    ? part.kind === hasStageOrSetting.name && typeof part.params === 'object' && JSON.stringify(part.params).includes('"metastatic"')
    : (part.is === 'any' || part.is === 'all') && part.of.every(isOfSpread)
function elsewhere(test: Test): Test | undefined {
  if (test.kind !== hasMetastasesInOrgan.name || typeof test.params !== 'object' || test.params === null) return undefined
  const params = { ...test.params, elsewhere: true }
  return { ...test, params, judge: ORGAN.judgeOf(params) }
}
const ORGAN = ready(hasMetastasesInOrgan)

/** Among alternatives that keep people out, a describing word alone ("bacterial or viral infection") is no point of its own. */
function withNounsOnly(predicate: Predicate): Predicate {
  if (predicate.is === 'all' || predicate.is === 'doubt') return { ...predicate, of: predicate.of.map(withNounsOnly) }
  if (predicate.is !== 'any') return predicate
  const parts = predicate.of.map(withNounsOnly)
  const naming = parts.filter((part) => part.is !== 'unread' || !describesOnly(part.words))
  const whole = anyOf(naming)
  return whole && naming.some((part) => !isWords(part)) ? whole : { ...predicate, of: parts }
}

function withoutBurdens(predicate: Predicate, burdens: RegExp): Predicate {
  if (predicate.is === 'test' && isOfTreatedBrain(predicate)) return { is: 'implies', when: anyBrain(predicate), asks: predicate }
  if (predicate.is === 'test')
    return burdens.test(predicate.kind) || isOfUnrecovered(predicate)
      ? { is: 'any', of: [{ is: 'not', of: predicate }, predicate] }
      : predicate
  if (predicate.is === 'all' && predicate.of.some((part) => !isWords(part)))
    return { is: 'all', of: predicate.of.map((part) => (isFewWords(part) ? beside(part) : withoutBurdens(part, burdens))) }
  // "… unless contraindicated", "X, or a heart that is ill": as one way among others an illness lets in those who have it.
  if (predicate.is === 'any' && predicate.of.some((part) => !isBurden(part, burdens)))
    return { ...predicate, of: predicate.of.map((part) => (isBurden(part, burdens) ? part : withoutBurdens(part, burdens))) }
  if (predicate.is === 'all' || predicate.is === 'any' || predicate.is === 'doubt')
    return { ...predicate, of: predicate.of.map((part) => withoutBurdens(part, burdens)) }
  if (predicate.is === 'not') return withoutDenials(withNounsOnly(predicate.of))
  if (predicate.is === 'implies') return { ...predicate, asks: withoutBurdens(predicate.asks, burdens) }
  return predicate
}

const isBurden = (predicate: Predicate, burdens: RegExp): boolean =>
  predicate.is === 'test' && (burdens.test(predicate.kind) || isOfUnrecovered(predicate))

/** Nobody is asked to have a side effect that lasts. */
const isOfUnrecovered = ({ kind, params }: Test): boolean =>
  kind === hasRecoveredFromToxicity.name &&
  typeof params === 'object' &&
  params !== null &&
  'recovered' in params &&
  params.recovered === false

/** "Brain metastases are treated and stable" asks nothing of people without any. */
const isOfTreatedBrain = ({ kind, params }: Test): boolean =>
  kind === hasBrainMetastases.name &&
  typeof params === 'object' &&
  params !== null &&
  'state' in params &&
  params.state === 'treated-stable'
const anyBrain = (test: Test): Test => {
  const params = { state: 'any' } as const
  return { ...test, params, judge: BRAIN.judgeOf(params) }
}
const BRAIN = ready(hasBrainMetastases)
const isWords = (predicate: Predicate): boolean =>
  predicate.is === 'unread' || ((predicate.is === 'all' || predicate.is === 'any') && predicate.of.every(isWords))
/** "… of the most recently analyzed sample": so few words, and no value among them, ask little beside what was understood. */
const isFewWords = (predicate: Predicate): boolean =>
  predicate.is === 'unread'
    ? predicate.words.split(' ').length <= FEW &&
      !predicate.words.split(' ').some((word) => WEIGHTY.test(word)) &&
      !/(?:^| )\d|[<>≥≤%]/.test(predicate.words) &&
      !NAMES_MORE.test(predicate.words)
    : (predicate.is === 'all' || predicate.is === 'any') && predicate.of.every(isFewWords)
const FEW = 3
/** Words of results, genes, treatments and other cancers: never too few to matter. */
const NAMES_MORE =
  /(?:^| )(?:(?:sero)?positiv\w+|(?:sero)?negativ\w+|deficien\w+|express\w*|overexpress\w*|mutat\w*|mutants?|aberrat\w*|alterations?|amplif\w*|fusions?|loss|brca\d?|rad51\w?|brip1|atm|palb2|msi\S*|d?mmr|her2|hr|er|pr|tn|pd-?l?-?1|ros1|alk|k?ras|egfr|cdk\d|platinum\S*|fail\w*|intoleran\w*|inhibitors?|chemotherapy|immunotherapy|ici|tki|endocrine|radiation|irradiat\w*|antibod\w*|[a-z]{3,}(?:mab|nib|taxel|ciclib|limus|platin|rubicin|strant|parib|lisib|sertib|metinib)|tamoxifen|vedotin|naive|na ve|receptors?|kinase|pathway|biomarkers?\S*|dependence|dependency|adenocarcinomas?|\w*sarcoma|desmoid|histolog\w*|pleomorphic|squamous|castrat\w*|hysterectomy|oophorectomy|salpingectomy|transplant\w*|progression|recurrence|relapse)(?= |\.|$)/
const beside = (predicate: Predicate): Predicate => ({ is: 'unread', words: wordsOf(predicate).join(' … '), beside: true })
const wordsOf = (predicate: Predicate): string[] =>
  predicate.is === 'unread' ? [predicate.words] : predicate.is === 'all' || predicate.is === 'any' ? predicate.of.flatMap(wordsOf) : []

/** "No menses for a year, or use of contraception": the denial does not reach what everybody is asked for. */
function withoutDenials(denied: Predicate): Predicate {
  if (denied.is === 'doubt') return { ...denied, of: denied.of.map(withoutDenials) }
  if (isDuty(denied)) return denied
  if (isDisease(denied)) return NAMELESS
  if (denied.is === 'any' && denied.of.some(isDisease))
    return withoutDenials({ is: 'any', of: denied.of.map((one) => (isDisease(one) ? NAMELESS : one)) })
  if (denied.is !== 'any' || !denied.of.some(isDuty)) return { is: 'not', of: denied }
  const rest = anyOf(denied.of.filter((one) => !isDuty(one)))
  return { is: 'all', of: [...(rest ? [{ is: 'not', of: rest } satisfies Predicate] : []), ...denied.of.filter(isDuty)] }
}
const isDuty = (one: Predicate) => one.is === 'test' && DUTIES.test(one.kind)
const DUTIES = /^(?:uses-contraception|gives-consent|can-comply-with-the-protocol|has-adequate-organ-function)$/

/** Among exclusions: the disease of the trial, and not being ill, keep nobody out. */
function withoutDisease(predicate: Predicate): Predicate {
  if (predicate.is === 'doubt') return { ...predicate, of: predicate.of.map(withoutDisease) }
  if (isDisease(predicate)) return NAMELESS
  // "Pregnant women (a negative test is required)": the test keeps out those who have none.
  if (isGoodTest(predicate)) return { is: 'not', of: predicate }
  // "Lack of an intact bowel, or malabsorption": each of them, not their absence.
  if (predicate.is === 'not' && hasBurden(predicate.of)) return withoutDisease(predicate.of)
  if (predicate.is === 'any')
    return {
      ...predicate,
      of: predicate.of.map((part) =>
        isDisease(part) || (isOfSex(part) && !predicate.of.every(isOfSex)) ? NAMELESS : withoutDisease(part),
      ),
    }
  if (predicate.is === 'all' && predicate.of.every(isDisease)) return NAMELESS
  return predicate
}

const isGoodTest = (predicate: Predicate): boolean =>
  predicate.is === 'test' &&
  predicate.kind === 'is-pregnant-or-nursing' &&
  typeof predicate.params === 'object' &&
  predicate.params !== null &&
  'asks' in predicate.params &&
  predicate.params.asks === 'negative-test'

/** "Women who are or plan to become pregnant": being a woman is no point of the list. */
const isOfSex = (predicate: Predicate): boolean => predicate.is === 'test' && predicate.kind === 'is-of-sex'
const hasBurden = (predicate: Predicate): boolean =>
  predicate.is === 'test'
    ? BURDENS.test(predicate.kind)
    : (predicate.is === 'all' || predicate.is === 'any') && predicate.of.some(hasBurden)
const isDisease = (predicate: Predicate): boolean =>
  predicate.is === 'test' &&
  DISEASE.test(predicate.kind) &&
  !(
    typeof predicate.params === 'object' &&
    predicate.params !== null &&
    (('earlier' in predicate.params && predicate.params.earlier === true) || 'excepted' in predicate.params)
  )
const NAMELESS: Predicate = { is: 'unread', words: 'breast cancer' }
