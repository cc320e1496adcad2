import { findDrug } from '../../codes/drugs.ts'
import { daysBetween } from '../../record/partial-date.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind, type Finding, type Mention, type Subject } from '../kind.ts'
import { judgeLatest, latestAsked } from '../latest-asked.ts'
import { isInSetting, type SettingAsked, settingAround, settingWords } from '../therapy-setting.ts'
import { listWords, matchesList, type TherapyList, therapiesIn } from '../therapy-words.ts'
import { findWindow } from '../time-window.ts'
import { judgeOngoing } from '../treatment-going-on.ts'
import { givenTreatments, givenWords, isOnlyConjugate, knowsTreatments } from '../treatment-history.ts'

type Asked = {
  list: Pick<TherapyList, 'therapies' | 'except' | 'join'>
  setting: SettingAsked
  naive: boolean
  now?: boolean
  /** "… must have been the most recent treatment". */
  latest?: boolean
  /** "… except fulvestrant if stopped for 3 months": when the exception holds. */
  exceptIf?: { days: number; side: 'within' | 'beyond' }
}

export const hasReceivedTreatment = defineKind<Asked>({
  name: 'has-received-treatment',
  reads:
    'Earlier treatment with a drug or a class of drugs by mechanism, target or payload, in any setting or the one named: "prior CDK4/6 inhibitor", "chemotherapy for metastatic disease".',
  source: 'profile: treatments; a full treatment history that does not name a drug is read as "not given"',
  find(clause) {
    const { text } = clause
    const mentions: Mention<Asked>[] = []
    for (const list of therapiesIn(text)) {
      if (list.therapies.every(({ name }) => name === 'ovarian suppression' || isSupportive(name))) continue
      const sentence = sentenceAround(text, list.start)
      const before = text.slice(sentence.start, list.start)
      const { setting, end } = settingAround(text, list.start, list.end)
      const after = text.slice(end, Math.min(sentence.end, end + 120))
      const now = NOW.exec(before)
      // "Participants to be treated with ribociclib": which part of the trial, not what is taken today.
      if (/\bto be (?:actively )?(?:treated with|receiving|given|assigned to|randomi[sz]ed to)\s*(?:an? |the )?$/.test(before)) continue
      if (now && /\b(?:may|can) (?:still )?(?:be )?$/.test(before.slice(0, now.index))) continue
      if (now) {
        mentions.push({
          start: sentence.start + now.index,
          end,
          params: {
            list: clause.section === 'inclusion' || TOGETHER.test(text.slice(list.start, list.end)) ? list : { ...list, join: 'any' },
            setting,
            naive: false,
            now: true,
          },
        })
        continue
      }
      const untreated = UNTREATED.test(before)
      const latest = latestAsked(before, text.slice(end, sentence.end))
      if (latest !== undefined) {
        const from = list.start - (/\b(?:(?:prior|previous) )?(?:treatment|therapy) with (?:an? )?$/.exec(before)?.[0].length ?? 0)
        mentions.push({ start: from, end: end + latest, params: { list, setting, naive: false, latest: true } })
        continue
      }
      const naive = NAIVE.exec(text.slice(end)) ?? (untreated ? [''] : null)
      if ((!naive && !isAboutThePast(before, after, clause.section, setting)) || isOfFuture(before, after)) continue
      // "Within a year of completing trastuzumab": when something else begins.
      if (
        /\bwithin (?:an?|one|two|\d+) (?:years?|months?|weeks?|days?) (?:of|after|from) (?:the )?(?:complet\w+|end|last dose)\b[^.;,]{0,40}$/.test(
          before,
        )
      )
        continue
      if (/(?:prior to|before)(?: (?:the|starting|first|dose|of|receiving|initiating|beginning|administration))*\s*$/.test(before)) continue
      if (OFFERED.test(text.slice(list.end))) continue
      // A code that no table knows is the drug of the trial more often than one given before.
      if (clause.section === 'inclusion' && list.therapies.every(({ isUnlisted }) => isUnlisted)) continue
      if (
        OF_SOMETHING_ELSE.test(text.slice(list.end, list.end + 120)) ||
        /\b(?:sensitiv\w+|contraindicat\w+|intoleran\w+) [^.;]{0,250}$/.test(before)
      )
        continue
      if (isAnything(list, clause.section, setting) && !SAYS_EVER.test(`${before.slice(-60)}|${after}`)) continue
      if (
        NOT_GIVEN.test(before) ||
        /^ ?(?:given )?for (?:an? |any )?(?:indication|disease|condition|cancer|malignanc)[a-z]* other than/.test(after)
      )
        continue
      if (/allerg|hypersensitiv|intoleran|anaphyla/.test(before)) continue
      const condition = list.except.length > 0 ? EXCEPT_IF.exec(text.slice(end, sentence.end)) : null
      const exceptWindow = condition ? findWindow(text, end, end + condition[0].length) : undefined
      if (!exceptWindow && isWashout(text, sentence.start, list.start, end, sentence.end)) continue
      const lead =
        /(?:\b(?:any|have|has|had|who|been|previously|prior|previous|received?|receipt of|receiving|treated with|treatments? with|exposure to|exposed to|therapy with|use of|history of|earlier|at least one|one or more|systemic|an?|the|other|of|must|regimen|containing|in combination with|with|line|dose of|or more|concurrent|experimental|course of)[\s]*)+$/.exec(
          before,
        )?.[0] ?? ''
      const tail =
        /^[\s,]*(?:as (?:an? )?(?:free|single|liposomal|pegylated|different|any)(?: (?:formulation|form|agent|drug)s?)?(?: or (?:as |in )?(?:an? |any )?(?:other |different )?(?:formulations?|forms?|combinations?))?\b ?|in (?:any|whatever) (?:formulation|form)s?\b ?|based |therapy |treatment |regimen |exposure |previously |either |alone |is |as |a |monotherapy |single agent |or in combination |therapies |received |in any (?:setting|line) |at any time|in the past)*/.exec(
          text.slice(end),
        )?.[0] ?? ''
      const from = list.start - lead.replace(/^(?:who|have|has|had|must|been|\s)+/, '').length
      // In a list of exclusions "taxanes and anthracyclines" means either.
      const asked = clause.section === 'exclusion' ? { ...list, join: 'any' as const } : list
      mentions.push({
        start: from,
        end: exceptWindow ? exceptWindow.end : end + (naive ? naive[0].length : tail.trimEnd().length),
        params: {
          list: asked,
          setting,
          naive: naive !== null,
          ...(exceptWindow ? { exceptIf: { days: exceptWindow.days, side: exceptWindow.side } } : {}),
        },
      })
    }
    return withSharedSetting(mentions, text)
  },
  judge({ list, setting, naive, now, latest, exceptIf }, subject) {
    if (now) return judgeOngoing(list, subject.profile)
    if (latest) return judgeLatest(list, subject.profile)
    const tooSoon = exceptIf && judgeException(list, exceptIf, subject)
    if (tooSoon) return tooSoon
    const found = judgeReceived(list, setting, subject)
    return naive && (found.holds === 'yes' || found.holds === 'no') ? { ...found, holds: found.holds === 'yes' ? 'no' : 'yes' } : found
  },
})

/** Whether a treatment of the list was given in the setting; drugs joined by "and" must all have been. */
export function judgeReceived(list: Asked['list'], setting: SettingAsked, { profile }: Subject): Finding {
  if (list.join === 'all' && list.therapies.length > 1) {
    const each = list.therapies.map((therapy) =>
      judgeReceived({ therapies: [therapy], except: list.except, join: 'any' }, setting, { profile } as Subject),
    )
    const decisive = each.find(({ holds }) => holds === 'no') ?? each.find(({ holds }) => holds === 'unknown')
    return (
      decisive ??
      yes(
        each.map(({ because }) => because).join(' '),
        each.flatMap(({ evidence }) => evidence),
      )
    )
  }
  const given = givenTreatments(profile).filter((one) => matchesList(one, list))
  const hits = given.filter((one) => isInSetting(one, setting) === true)
  const isOfConjugates = list.therapies.every(({ name }) => name === 'chemotherapy') && hits.every(isOnlyConjugate)
  if (hits.length > 0)
    return yes(
      `Given: ${hits.map(givenWords).join('; ')}${isOfConjugates ? ' (an antibody that carries chemotherapy)' : ''}.`,
      hits.flatMap(({ evidence }) => evidence),
    )
  const open = given.filter((one) => isInSetting(one, setting) === undefined)
  if (open.length > 0)
    return missing(
      `${open.map(givenWords).join('; ')} was given; whether${settingWords(setting)} was not found.`,
      'treatment-setting',
      'For which treatments had the cancer already spread?',
      open.flatMap(({ evidence }) => evidence),
    )
  if (!knowsTreatments(profile))
    return missing('No list of earlier treatments was found.', 'treatments', 'Which treatments have you had, with dates?')
  const unknown = list.therapies.some(({ isUnlisted }) => isUnlisted) && givenTreatments(profile).find(({ drugs }) => drugs.length === 0)
  if (unknown)
    return missing(
      `How ${unknown.name} acts is not known to us, so whether it is ${listWords(list)} stays open.`,
      'treatments',
      'Which treatments have you had, with dates?',
      unknown.evidence,
    )
  return no(
    `${capital(listWords(list))}${settingWords(setting)} is not among the treatments in the records.`,
    givenTreatments(profile)
      .flatMap(({ evidence }) => evidence)
      .slice(0, 6),
  )
}

/** "Prior chemotherapy or use of a conjugate in the metastatic setting": the setting at the end is for each. */
function withSharedSetting(mentions: Mention<Asked>[], text: string): Mention<Asked>[] {
  for (let i = mentions.length - 2; i >= 0; i--) {
    const [mention, next] = [mentions[i], mentions[i + 1]]
    if (mention?.params.setting === 'any' && next && next.params.setting !== 'any' && JOINED.test(text.slice(mention.end, next.start)))
      mention.params.setting = next.params.setting
  }
  return mentions
}
const JOINED = /^[\s,]*(?:(?:and\/or|or|and) )?(?:(?:the |any )?(?:use|receipt) of |treatment with |prior |previous )*(?:an? )?$/

/** An exception that does not hold yet: given, but stopped too short a time ago (or, where it must be recent, too long ago). */
function judgeException(
  list: Asked['list'],
  { days, side }: NonNullable<Asked['exceptIf']>,
  { profile, asOf }: Subject,
): Finding | undefined {
  const excepted = givenTreatments(profile).filter((given) => matchesList(given, { therapies: list.except, except: [] }))
  const counts = excepted.filter(({ start, end, ongoing }) => {
    const last = ongoing ? asOf : (end ?? start)
    return last !== undefined && (side === 'beyond' ? daysBetween(last, asOf).most < days : daysBetween(last, asOf).least > days)
  })
  return counts.length === 0
    ? undefined
    : yes(
        `Given: ${counts.map(givenWords).join('; ')}; what the trial allows does not reach it.`,
        counts.flatMap(({ evidence }) => evidence),
        { recoverable: side === 'beyond' },
      )
}
const EXCEPT_IF =
  /^(?: ?\([^()]{0,30}\))?[\s,]*(?:if |when |provided (?:that )?|and )?(?:(?:it |they |was |were |has been |have been |is )*(?:stopped|discontinued|ended|completed|given|administered|received) )?(?:for )?(?:at least|≥|>=|>|more than|within)? ?(?:\d+|one|two|three|four|six|twelve)[ -](?:days?|weeks?|months?|years?)/

/** "A CDK4/6 inhibitor with an aromatase inhibitor": both at once. */
const TOGETHER = /\bwith\b|\bplus\b|\+|\bcombin/

/** "Is currently using", "concurrently receiving": asks about today. */
const NOW =
  /(?<!(?:prior|previous)[a-z/ ,-]{0,12})\b(?:concurrent|concomitant|ongoing|simultaneous)\b(?! with)[^.;:]{0,80}$|(?<!(?:prior|previous)[a-z/ ,-]{0,12})\bcurrent (?:therapy|treatment|use)\b[^.;:]{0,60}$|\b(?:be|is|are) (?:actively )?(?:receiving|taking|treated with|undergoing)(?: (?:any|other|an?|systemic))*\s*$|\b(?:current(?:ly)?|concurrent(?:ly)?|concomitant(?:ly)?|simultaneous(?:ly)?) (?:us(?:e|ing)|receiv(?:e|ing)|tak(?:e|ing)|on|treated with|being treated with|undergoing|treatment with)(?: (?:of|any|an?|other|another|the|additional|systemic))*\s*$/

/** "Previously untreated with", "naive to": the treatment was not given. */
const UNTREATED = /\b(?:untreated (?:with|by)|na[iï]ve to)(?: (?:any|an?|the|prior|previous))*\s*$/
const NAIVE = /^[- ]?na[iï]ve\b/

/** "Chemotherapy-induced neuropathy", "chemotherapy for prostate cancer": an illness, or the treatment of another cancer. */
const OF_SOMETHING_ELSE =
  /^(?:[- ](?:induced|related|associated)\b|[- ]specific (?:requirements?|criteria|cohorts?)\b|[^.;]{0,50}\bfor (?:the )?(?:treatment of )?(?:advanced |metastatic |locally |recurrent |\/)*(?:the )?(?:non-?small[- ]cell lung|small[- ]cell lung|lung|n?sclc|prostate|m?crpc|ovar(?:y|ian)|colorectal|m?crc|colon|rectal|gastric|stomach|esophag\w+|oesophag\w+|gej\b|pancrea\w+|biliary|cholangio\w+|hepatocellular|hcc|renal|rcc|bladder|urothelial|cervical|endometrial|uterine|head and neck|hnscc|thyroid|glio\w+|mesothelioma|melanoma|sarcoma|lymphoma|leuk\w+|(?:multiple )?myeloma)\b)/

/** Any systemic treatment at all: among exclusions nearly always a question of when, with the time somewhere else. */
const isAnything = (list: TherapyList, section: string, setting: SettingAsked): boolean =>
  section === 'exclusion' && setting === 'any' && list.therapies.every(({ name }) => name === 'systemic treatment')
const SAYS_EVER =
  /^(?![^|]*\b(?:recent|following|toxicit\w+|adverse|aes?|events?|effects?|from)\b)[^|]*\b(?:prior|previous|previously|ever|received|had)\b[^|]*\|(?!.*(?::|\b(?:ongoing|within|days|weeks|start of|following)\b))/

/** What the study gives is no earlier treatment. */
const OFFERED =
  /^[\s,]*(?:(?:that|which) (?:is|are|will be) )?(?:included|used|offered|available|provided|studied|tested|under study) (?:in|by|on|within|as part of) (?:this|the|our) (?:study|trial|protocol)\b/

/** Words that place a sample or a scan in time, speak of the answer to a treatment, or promise one. */
const NOT_GIVEN =
  /\b(?:therapy|treatment)[- ](?:related|induced)\s*\([^()]{0,90}$|\b(?:aes?|adverse events?|toxicit(?:y|ies)|reactions?)\b[^.;]{0,60}\b(?:from|of|to|with|on|during|by)\b[^.;]{0,90}$|\b(?:interruption|continuation|discontinuation|initiation|delay|withholding) of (?:the |their |any |systemic |current )*$|\b(?:guidelines?|data|information|knowledge) (?:are |is |available )*(?:regarding|on|about|for|concerning) [^.;]{0,80}$|\b(?:elapsed|passed|months?|years?|weeks?|days?) (?:has |have )?since (?:(?:the|last|their|completion|end|completing|of|any|prior|previous|treatment|therapy|with|an?|\(?neo\)?-?adjuvant|adjuvant|curative) ?)*$|\b(?:samples?|biops(?:y|ies)|tissue|specimens?|scans?|imaging)\b[^.;]{0,120}\b(?:after|since|following|before|during|prior to|from)\b[^.;,]{0,50}$|\brespon(?:d|ded|se) to (?:their |the |an? |any |first |prior |previous )*$|\b(?:agree|commit|willing) (?:to )?(?:receive|take|undergo|start)\b[^.;]{0,140}$/
/** Steroids and medicines against side effects have kinds of their own. */
const isSupportive = (name: string): boolean => ['steroid', 'supportive'].includes(findDrug(name)?.family ?? '')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function sentenceAround(text: string, at: number): { start: number; end: number } {
  const start = Math.max(text.lastIndexOf('. ', at) + 1, text.lastIndexOf(';', at) + 1, 0)
  const stop = /[;]|\.(?=\s)/.exec(text.slice(at))
  return { start, end: stop ? at + stop.index : text.length }
}

const PAST =
  /\b(?:prior|previous|previously|received?|receipt|treated|treatments? with|therapy with|exposure|exposed|history of|had\b|pre-?treated|earlier|after|following|undergone|underwent|failed|refractory|resistant|na[iï]ve|completed?|given|administered|past|ever|taken|therapy for|treatment for|lines? of|regimens?|first[- ]line|relaps|progress|recurr|use of|tolerat)/
/** Words of treatment speak of the past when they say so, or when they name the setting of an exclusion. */
function isAboutThePast(before: string, after: string, section: 'inclusion' | 'exclusion', setting: SettingAsked): boolean {
  if (
    /(?:≥|>=|at least) ?(?:1|one)\s*$/.test(before) ||
    PAST.test(before.slice(-160)) ||
    /^[^,.;]{0,40}\b(?:received|given|administered|exposure|na[iï]ve|treated|previously|-?pretreated|failure|in the past|within)/.test(
      after,
    )
  )
    return true
  return setting !== 'any' || section === 'exclusion'
}

function isOfFuture(before: string, after: string): boolean {
  return (
    /\b(?:candidates? for|eligible for|ineligible for|eligible to receive|eligible (?:as per|per|according to) [^.;]{3,90} for (?:treatment|therapy)|(?:un)?able to (?:receive|tolerate|take)|suitable for|appropriate for|indicated (?:for|to)|would be (?:clinically )?indicated|indication for|planned|plan to|planning|willing to|agree to|commit(?:ted)? to|will receive|scheduled|intend\w*|need for|require\w*|requiring|considered for|contraindicat\w+(?: to| for)?|allerg\w+|hypersensitiv\w+(?: reactions?)? to|intoleran\w+|sensitivity to|reactions? to|(?:start|initiation|dose|beginning) of|must be (?:receiving|on)|concomitant|concurrent(?:ly)?|neuropathy|amenable to|access to|benefit from|combination partner|randomi[sz]ed to|enrolled (?:in|to|on)|assigned to|study treatment|consider\w*|excipients? of|component of|components of)(?:[^,.;]{0,50})$/.test(
      before.slice(-120),
    ) ||
    /^(?:(?! (?:or|and) )[^,.;]){0,25}\b(?:is|are|would be) (?:clinically )?(?:planned|indicated|appropriate|considered|contraindicated|not indicated|available|feasible)|^[^,.;]{0,30}during (?:the )?(?:study|trial)/.test(
      after,
    )
  )
}

/** "Chemotherapy within 4 weeks before the first dose" asks when, not whether: another kind reads it. */
function isWashout(text: string, from: number, start: number, end: number, to: number): boolean {
  if (
    /\bhalf-?(?: )?li(?:fe|ves)\b|\bwash-?out\b/.test(text.slice(from, to)) &&
    // "Unless 10 half-lives have passed" asks first whether it was given at all.
    !(/\bunless\b/.test(text.slice(end, to)) && !findWindow(text, end, to)) &&
    !/progress|relaps/.test(text.slice(from, to))
  )
    return true
  if (/\bwithin (?:a |an |the )?(?:protocol|study|pre)?[- ]?(?:specified|defined)\b/.test(text.slice(from, to))) return true
  const window = findWindow(text, end, to) ?? findWindow(text, from, start)
  if (!window || window.days > 200 || /for (?:at least|a minimum|≥)/.test(text.slice(Math.max(from, window.start - 4), window.end)))
    return false
  const near =
    window.start >= end
      ? window.start - end < 320 && !/aside|except|unless|other than|but /.test(text.slice(end, window.start).replace(/\([^()]*\)/g, ' '))
      : start - window.end < 200
  return (
    near &&
    /\b(?:prior to|before|of (?:the )?(?:first|start|study|enroll|random|cycle|registration|initiat)|preceding|last|past|previous|since|ago|from|washout|wash-out)/.test(
      text.slice(Math.max(from, window.start - 40), Math.min(to, window.end + 60)),
    ) &&
    !/progress|relaps|recurr/.test(text.slice(Math.max(from, window.start - 80), Math.min(to, window.end + 40)))
  )
}
