import { matchesOf } from '../../codes/matches-of.ts'
import { daysBetween } from '../../record/partial-date.ts'
import type { Profile } from '../../record/profile.ts'
import { dayWords, forTeam, missing, no, yes } from '../findings.ts'
import { defineKind, type Finding, type Mention, type Subject } from '../kind.ts'
import { unmentioned } from '../silence.ts'
import { findWindow } from '../time-window.ts'

type Asked = {
  days?: number
  window?: string
  /** Exempt by the sentence itself. */
  exempt: string
  /** Only a cancer that still grows or is treated counts. */
  active: boolean
  /** Only a cancer of the blood counts. */
  blood?: boolean
  /** One that was treated with the intent to cure, or is in remission, does not count. */
  unlessCured?: boolean
  /** Only a cancer that would interfere with the study counts. */
  interferes?: boolean
  /** Described by its lines of treatment or its genes: a group of the trial more often than a second cancer. */
  asTreated?: boolean
  /** Only one that matters counts: not a skin cancer that was cut out. */
  significant?: boolean
  /** Only this early or cured cancer, an item of a list of exceptions. */
  item?: string
  /** The sentence asks to be free of it. */
  free: boolean
}

export const hasOtherCancer = defineKind<Asked>({
  name: 'has-other-cancer',
  reads: 'Another cancer now or within a window of years, with the usual exceptions (skin, cervix in situ, cured long ago).',
  source: 'profile: cancers other than breast; a history that names none counts as "not so"',
  triggers: /malignan|cancer|neoplas|tumou?r|carcinoma/,
  find({ text, section }) {
    // "One of the following malignancies: …" among inclusions names the disease of the trial.
    if (
      section === 'inclusion' &&
      !/\b(?:other|second|secondary|another|concurrent|concomitant|additional|history|prior (?:invasive )?(?:malignan|cancer)|previous (?:malignan|cancer)|active malignan|no (?:other|prior|known|active)|free of)\b/.test(
        text,
      )
    )
      return []
    const mentions: Mention<Asked>[] = []
    for (const match of matchesOf(text, PATTERN)) {
      const words = match[0]
      const head = words.replace(EXCEPT, '').slice(0, 120)
      if (
        (!OTHERNESS.test(head) && !USUAL_EXCEPTIONS.test(EXCEPT.exec(words)?.[0] ?? '')) ||
        (NOT_OTHER.test(head) &&
          !/\b(?:other|second|another|concurrent|concomitant|additional|non-?breast|any malignan\w+|malignan(?:cy|cies) (?:within|in the|≤|<)|malignant (?:tumou?rs?|diseases?|neoplasms?) (?:within|in the (?:past|last|previous|preceding)|≤|<))/.test(
            head,
          ))
      )
        continue
      // "For non-breast cancer: …" says of whom something else is asked.
      if (GROUP.test(words) && /\bfor (?:patients |participants |subjects |those )?(?:with )?$/.test(text.slice(0, match.index))) continue
      const last = mentions.at(-1)
      if (last && match.index < last.end) continue
      const window = findWindow(words)
      mentions.push({
        start: match.index,
        end: match.index + words.length,
        params: {
          ...(window ? { days: window.days, window: window.words } : {}),
          exempt: `${EXCEPT.exec(words)?.[0] ?? ''} ${ALLOWED.exec(text)?.[0] ?? ''}`,
          active:
            /progressing|requir|active(?!ly)|concurrent|concomitant|co-?existing|under treatment|ongoing|being treated|currently/.test(
              words,
            ) &&
            !/history of (?:another|other) malignan|\b(?:prior|previous|history|past)\b.{0,30}\b(?:concurrent|concomitant|co-?existing)|\b(?:concurrent|concomitant|co-?existing)\b.{0,30}\b(?:prior|previous|history|past)\b/.test(
              words,
            ),
          ...(/h[a]?ematolog/.test(head) && !/\bor\b|solid|other/.test(head) ? { blood: true } : {}),
          ...(AS_TREATED.test(words.replace(EXCEPT, '')) ? { asTreated: true } : {}),
          ...(INTERFERES.test(words) ? { interferes: true } : {}),
          ...(/\b(?:significant|serious|invasive|major)\b/.test(head) ? { significant: true } : {}),
          ...(UNLESS_CURED.test(words) ? { unlessCured: true } : {}),
          free:
            !/\bnot (?:yet )?(?:been |be )?(?:in remission|in complete remission|disease[- ]free|free of)/.test(words) &&
            /disease[- ]free|free of|no evidence of|in remission for|complete remission/.test(words.replace(EXCEPT, '')) &&
            // "Disease-free for less than 5 years" is to have had one in that time.
            !/free[^.;]{0,60}(?:<|≤|less than|fewer than|shorter than)/.test(words.replace(EXCEPT, '')),
        },
      })
    }
    for (const match of matchesOf(text, ITEM)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (!mentions.some((one) => one.start < end && start < one.end))
        mentions.push({ start, end, params: { exempt: '', active: false, free: false, item: match[0] } })
    }
    return mentions
  },
  judge(asked, subject) {
    const others = otherCancers(subject.profile)
    const { item } = asked
    if (item !== undefined) {
      const one = others.find(({ name }) => EXEMPT.some(([mine, theirs]) => mine.test(name) && theirs.test(item)))
      if (one) return yes(`Your records name ${one.name}.`, one.evidence)
      return no(
        'No such cancer is named in the records.',
        others.flatMap(({ evidence }) => evidence),
      )
    }
    const turn = (finding: Finding): Finding =>
      asked.free && finding.holds !== 'unknown' ? { ...finding, holds: finding.holds === 'yes' ? 'no' : 'yes' } : finding
    if (others.length === 0)
      return turn(unmentioned(subject.profile, 'another cancer', 'history:other-cancer', 'Have you ever had another cancer?'))
    const findings = others.map((one) => judgeOne(one, asked, subject))
    return turn(
      findings.find(({ holds }) => holds === 'yes') ?? findings.find(({ holds }) => holds === 'unknown') ?? findings[0] ?? no('None.'),
    )
  },
})

/** "… unless cured", "except malignancies in remission", "not treated with curative intent". */
const UNLESS_CURED =
  /\bunless\b[^;]{0,80}\b(?:curative|cured|curatively|remission|disease[- ]free|no evidence of|definitively|low risk)|\bexcept(?:ing)?(?: for)? (?:those|any|malignanc\w+|cancers?|tumou?rs?|other)\b[^;,]{0,60}\b(?:curative|cured|curatively|remission|disease[- ]free|no evidence of)|\bnot (?:been )?(?:adequately |curatively |definitively )?(?:treated|cured|controlled|in (?:complete )?remission)/
const GROUP = /^[a-z -]{0,40}(?:cancers?|malignanc(?:y|ies)|tumou?rs?)\s*:/
const AS_TREATED = /\b(?:received|pre-?treated|lines? of|mutant|mutat\w+|inhibitors?)\b/
const BLOOD = /leuk|lymphom|myelom|myelodys|myeloprolif|hodgkin/i
const INTERFERES = /\b(?:interfer|confound|natural history|would (?:affect|impact)|could (?:affect|impact)|may (?:affect|impact))/
type Other = { name: string; diagnosed?: Profile['cancers'][number]['diagnosed']; over: boolean; evidence: Finding['evidence'] }

function otherCancers({ cancers, conditions }: Profile): Other[] {
  return [
    ...cancers
      .filter(({ site }) => !/breast/i.test(site))
      .map(({ site, histology, diagnosed, evidence }) => ({ name: histology ?? `${site} cancer`, diagnosed, over: false, evidence })),
    ...conditions
      .filter(({ name }) => CANCER_WORDS.test(name) && !/breast|metasta|family|benign/i.test(name))
      .map(({ name, since, status, evidence }) => ({ name, diagnosed: since, over: status === 'resolved', evidence })),
  ]
}
const CANCER_WORDS = /carcinoma|cancer|melanoma|lymphoma|leuk[a]?emia|sarcoma|malignan|myeloma/i

function judgeOne(other: Other, asked: Asked, { asOf }: Subject): Finding {
  const said = `Your records name ${other.name}${other.diagnosed ? ` (${dayWords(other.diagnosed)})` : ''}`
  const skin = /basal|squamous.*skin|skin.*squamous|non-?melanoma/i.test(other.name)
  const exempt =
    EXEMPT.some(([mine, theirs]) => mine.test(other.name) && theirs.test(asked.exempt)) || (skin && /skin|melanom|basal/.test(asked.exempt))
  if (exempt) return no(`${said}, which the criterion exempts.`, other.evidence)
  const early = skin || /in situ|dcis|lcis/i.test(other.name)
  if (early && (asked.active || asked.asTreated || asked.interferes || asked.unlessCured || asked.significant))
    return no(`${said}: a cancer that is cured by its removal.`, other.evidence)
  if (asked.asTreated)
    return missing(
      `${said}; whether it is the cancer meant here, with these treatments or genes, is not recorded.`,
      'treatment:other-cancer',
      'How was your other cancer treated?',
      other.evidence,
    )
  if (asked.blood && !BLOOD.test(other.name)) return no(`${said}, which is no cancer of the blood.`, other.evidence)
  if (asked.interferes && (other.over || (other.diagnosed && daysBetween(other.diagnosed, asOf).least > LONG_AGO)))
    return no(`${said}: treated long ago, with nothing since.`, other.evidence)
  if (asked.interferes) return forTeam(`${said}; whether it could interfere with the study is for the trial team to judge.`, other.evidence)
  if ((asked.active || asked.unlessCured) && other.over) return no(`${said}, resolved.`, other.evidence)
  if (asked.active || (asked.unlessCured && asked.days === undefined)) {
    // That a cancer stands in a history does not say that it still grows.
    if (other.diagnosed && daysBetween(other.diagnosed, asOf).least > LONG_AGO)
      return no(`${said}: long ago, and nothing says that it is still there; confirm.`, other.evidence)
    return missing(
      `${said}; whether it is over is not recorded.`,
      'status:other-cancer',
      'Is your other cancer cured, or is it still treated?',
      other.evidence,
    )
  }
  if (asked.days !== undefined) {
    if (!other.diagnosed)
      return missing(
        `${said}; when it was treated is not recorded.`,
        'date:other-cancer',
        'When was your other cancer last treated?',
        other.evidence,
      )
    const ago = daysBetween(other.diagnosed, asOf)
    if (ago.least > asked.days) return no(`${said}: longer ago than ${asked.window}.`, other.evidence)
    if (ago.most > asked.days)
      return missing(`${said}; the exact date decides.`, 'date:other-cancer', 'When was your other cancer last treated?', other.evidence)
  }
  // Most trials do not count it, even where they forget to say so.
  return early && asked.days === undefined
    ? forTeam(`${said}: a cancer that is cured by its removal, which most trials do not count; ask the trial team.`, other.evidence)
    : yes(`${said}.`, other.evidence)
}

/** Five years: what trials take for cured. */
const LONG_AGO = 5 * 365
const EXEMPT: readonly [mine: RegExp, theirs: RegExp][] = [
  [/basal|squamous|skin/i, /skin|basal|squamous|melanom/],
  [/cervi/i, /cervi/],
  [/in situ|dcis|lcis/i, /in[- ]situ|dcis|lcis|ductal/],
  [/thyroid/i, /thyroid/],
  [/bladder|urothel/i, /bladder|urothel/],
  [/prostate/i, /prostate/],
  [/endometri|uter/i, /endometri|uter/],
  [/melanoma/i, /melanoma in situ|(?<!non-?)melanoma(?! skin)/],
]

const ITEM =
  /(?<!(?:ductal|lobular|intraductal) )(?:\b(?:adequately|effectively|curatively|successfully|definitively|properly|appropriately|completely|treated|resected|excised|surgically|cured|removed|previously|non-?invasive|localized|superficial|low-grade|prior|history|of|a|other|the|either|stage|0|i|ia|early)\s){0,8}(?:(?:(?:basal|squamous)(?:[- ]cell)?(?:[\s,/]*(?:and\/or|or|and)?[\s/]*(?:basal|squamous)(?:[- ]cell)?)*(?: (?:carcinomas?|skin|cancers?|epitheliomas?|of|the))+|non-?melanom(?:a|atous)(?: skin)?(?: cancers?| carcinomas?)*)|(?:carcinoma |cancer )?in[- ]situ (?:carcinoma |cancer )?(?:of the |of )?(?:uterine )?(?:cervix|cervical|bladder)(?: (?:cancer|carcinoma))?|cervical (?:cancer|carcinoma)(?: in[- ]situ)?|cervix carcinoma in[- ]situ|superficial bladder (?:cancer|tumou?rs?)|papillary thyroid (?:cancer|carcinoma))(?: (?:of the (?:skin|cervix|breast|bladder)))?/g
const EXCEPT =
  /(?:except|unless|other than|exclud|with the exception|apart from|not including|does not include|aside from|outside of|besides)[^;]{0,600}/
const CANCER =
  '(?:(?:invasive |primary |solid |hematologic(?:al)? |systemic |active |malignant |non-breast |nonbreast |type of |form of )*(?:malignan(?:cy|cies|t (?:disease|tumou?rs?|neoplasms?|disorders?|condition))|cancers?|neoplasms?|neoplasia|neoplastic disease|tumou?rs?|carcinomas?)\\b)'
const PATTERN = new RegExp(
  String.raw`(?:\b(?:has|have|had|a|an|the|any|known|documented|diagnosis|diagnosed|with|of|personal|past|presence|free|from|patients?|who|disease[- ]free|evidence|in remission)\s){0,8}(?:(?:\b(?:prior|previous|history of|concurrent|concomitant|current|currently|coexisting|co-existing|active|synchronous|second|secondary|other|another|additional|any|past|simultaneous|different|uncontrolled|or|and|and\/or|prior or|history of a|history of another|history of any|history of other|known|a|an|invasive|non-?breast|primary|clinically significant|separate|progressing|recent)[\s,/]+){1,8}${CANCER}|malignan(?:cy|cies)(?= (?:within|in the|or history|≤|<|other than|except))|malignant (?:tumou?rs?|diseases?|neoplasms?)(?= (?:within|in the (?:past|last|previous|preceding)|≤|<))|any malignan(?:cy|cies))(?:\([^()]{0,300}\)|[^.;()]|\.(?=\d)){0,700}`,
  'g',
)
/** "Active malignancy, except for skin cancer": what is excepted shows that other cancers are meant. */
const USUAL_EXCEPTIONS = /skin|basal|squamous|cervi|in[- ]situ/
/** "The following are allowed: carcinoma in situ of the cervix, …", in a sentence of its own. */
const ALLOWED = /(?:^|[.;])[^.;]*\b(?:allowed|permitted|eligible|acceptable|exempt|exceptions? (?:include|are))\b[^.;]*/
/** Words that tell another cancer from the one under study. */
const OTHERNESS =
  /\b(?:other|second|secondary|another|concurrent|concomitant|additional|non-?breast|prior|previous|history|past|synchronous|simultaneous|different|separate|coexisting|co-existing|any malignan\w+|malignan(?:cy|cies) (?:within|in the|≤|<)|malignant (?:tumou?rs?|diseases?|neoplasms?) (?:within|in the (?:past|last|previous|preceding)|≤|<)|h[a]?ematologic)\b/
/** Sentences about the cancer that the trial treats. */
const NOT_OTHER =
  /breast|metasta|measurable|tumou?r (?:tissue|sample|block|biops|size|marker|assess)|therap(?:y|ies)|treatment|chemotherap|solid|lesion|biops|stage|progress(?:ion|ed)|brain|regimen|surgery|surgical|tissue|receptor|genetic|advanced|family|relative/
