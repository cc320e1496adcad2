import { matchesOf } from '../../codes/matches-of.ts'
import type { Evidence } from '../../record/evidence.ts'
import type { Profile } from '../../record/profile.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind, type Finding, type Mention } from '../kind.ts'

const WANTED = ['positive', 'negative', 'low', 'two-plus', 'ultralow', 'zero'] as const
type Wanted = (typeof WANTED)[number]
/** `confirms`: what is equivocal by IHC (2+) must be settled by ISH, and only that is asked. */
type Her2Asked = { any: Wanted[]; anySpecimen: boolean; confirms?: true }

export const hasHer2Status = defineKind<Her2Asked>({
  name: 'has-her2-status',
  reads: 'HER2 positive, negative, low (IHC 1+, or 2+ without amplification), ultralow or zero, in words or as IHC and ISH results.',
  source: 'ASCO/CAP HER2 guideline 2018, affirmed 2023; HER2-low and ultralow as in DESTINY-Breast04/06',
  triggers: /her[- ]?2|human epi(?:dermal|thelial)|erbb2/,
  find({ text }) {
    const mentions: Mention<Her2Asked>[] = []
    for (const match of matchesOf(text, CONFIRMS))
      mentions.push({
        start: match.index,
        end: match.index + match[0].length,
        params: { any: ['negative', 'positive'], anySpecimen: false, confirms: true },
      })
    const found = matchesOf(text, STATUS)
    for (const [i, match] of found.entries()) {
      const any = wantedOf(match[0])
      if (any.length === 0 || mentions.some((one) => one.params.confirms && one.start <= match.index && match.index < one.end)) continue
      // "FISH (+) is HER2 (+)": what a word means.
      if (/\((?:\+|-)\) ?(?:is|=|means) ?$/.test(text.slice(Math.max(0, match.index - 12), match.index))) continue
      // "HER2- or HER3-primed": the hyphen hangs, and says nothing of the receptor.
      if (/-$/.test(match[0]) && HANGS.test(text.slice(match.index + match[0].length))) continue
      const start = match.index
      // A definition does not reach into the next status: "HER2-low (IHC 1+) or HER2-ultralow".
      const end = Math.min(definitionEnd(text, start + match[0].length), found[i + 1]?.index ?? text.length)
      // "HER2-expressing (IHC 2+ or 3+)": the scores behind it say how much is meant.
      const defined = any.length === 3 ? scored(text.slice(start + match[0].length, end)) : undefined
      mentions.push({
        start,
        end,
        params: {
          any: defined && SCORE.test(text.slice(start + match[0].length, end)) ? defined : any,
          anySpecimen:
            /any (?:tumou?r )?(?:sample|specimen|time|biopsy)|ever\b/.test(text.slice(start, end + 200)) ||
            /\bever (?:been )?(?:assessed|tested|found|shown|determined|diagnosed|reported|documented)[^.;]{0,24}$/.test(
              text.slice(Math.max(0, start - 60), start),
            ),
        },
      })
    }
    return mentions
  },
  asks: ({ any, confirms }) =>
    confirms ? 'a FISH or ISH test where IHC is 2+' : `HER2 ${any.map((wanted) => WANTED_WORDS[wanted]).join(' or ')}`,
  judge({ any, anySpecimen, confirms }, { profile }) {
    if (confirms) return judgeConfirmation(profile)
    const specimens = anySpecimen ? profile.receptors.filter(({ her2 }) => her2 !== undefined) : []
    const found =
      specimens.length > 0
        ? specimens.map(({ her2, evidence }) => judgeOne(any, her2?.status, her2?.ihc, evidence))
        : [judgeCurrent(any, profile)]
    return found.find(({ holds }) => holds === 'yes') ?? found.find(({ holds }) => holds === 'unknown') ?? found.at(-1) ?? unknownHer2()
  },
})

const HANGS = /^(?: ?\/ ?|,? (?:or|and|and\/or) )(?:anti-?)?[a-z0-9]{2,8}-[a-z]{3}/

const WANTED_WORDS: Record<Wanted, string> = {
  positive: 'positive',
  negative: 'negative',
  low: 'low (IHC 1+, or 2+ without amplification)',
  ultralow: 'ultralow',
  zero: 'IHC 0',
  'two-plus': 'IHC 2+',
}
const NAME = String.raw`(?:human (?:epidermal|epithelial)(?: grow(?:th)?)?(?: factor)?(?: receptor)?[- ]?(?:type )?2?(?: ?\(? ?her[- ]?2(?:\/neu)?\)?)?|her[- ]?2(?:[\/ -]?neu)?(?: ?\(erbb2\))?|c?-?erbb2|her-2\/neu)(?: ?\(her[- ]?2\))?`
const VALUE = String.raw`(?:positiv(?:e|ity)|negativ(?:e|ity)|ultra[- ]?low|low(?:(?: or | ?\/ ?| and )ultra[- ]?low)?|zero|null|over-?express(?:ion|ing|ed|es)|amplif(?:ied|ication)|non-?amplified|non-?over-?expressing|not over-?express(?:ed|ing)|not amplified|pos\b|neg\b|\(?[+](?! ?\d)\)?|\(?-\)?(?=[ ,)\/;.]|$|disease|breast)|3\+|expressi(?:on|ng))`
const STATUS = new RegExp(
  String.raw`(?:\b(?:not|no|absence of|lack of|without) (?:evidence of )?)?(?:(?<!(?:\b(?:hr|er|pr)|\breceptors?|estrogen|progesterone)(?: ?\([^()]{1,12}\))?[ -]{1,3})\b(?:negative|positive|over-?expression|amplification)\b (?:(?:status|results?|expression) )?(?:for |of (?:the )?)?)?\b${NAME}(?: ?(?:gene|protein|receptor|status|expression|oncogene|tumou?r|disease|by|per|local|is|was|must|be|of|as|results?|ihc|immunohistochemistry|-)+)*[ :(=-]{0,3}(?:(?:ihc|immunohistochemistry|(?:f?ish)) ?(?:\(?ihc\)? ?)?(?:score(?: of)? ?)?)?${VALUE}(?: ?(?:or|\/|,|and\/or|and) ?(?:her[- ]?2[- ]?)?(?:${VALUE}))*(?: ?\((?:her[- ]?2|erbb2)[^()]{0,14}\))?(?: ?(?:disease|status|tumou?rs?|expression))?|\b(?:negative|positive|over-?expression|amplification)\b (?:(?:status|results?|expression) )?(?:for|of) (?:the )?${NAME}|\b(?:over-?express(?:ing|es|ed)|high[- ])\s?${NAME}(?:[- ](?:expression|expressing))?|\b${NAME}[- ]high(?:ly)?(?:[- ](?:expression|expressing))?|\b${NAME}[^.;]{0,30}?\bihc ?(?:of |score |scores |is )*(?:0|1\+|2\+|3\+)(?:(?:,? ?(?:or|and|,|\/|-|to) ?)(?:ihc ?)?(?:0|1\+|2\+|3\+)(?!\.|\d))*|\b(?:ihc|immunohistochemistry) ?(?:score |of |is )*(?:0|[123]\+)(?:(?:,? ?(?:or|and|,|\/|-|to) ?)(?:0|[123]\+)(?!\.|\d))* (?:for|of) (?:the )?${NAME}|(?<!(?:\b(?:hr|er|pr)|\breceptors?|estrogen|progesterone)(?: ?\([^()]{1,12}\))?[ -]{1,3})\b(?:negative|positive) her[- ]?2(?:[\/ -]?neu)?(?: (?:status|expression|disease|tumou?rs?|breast))?(?! ?[-+(]?(?:positiv|negativ))|\b${NAME}(?:[ :(=-]|status|score|scores|expression|expressing|of|is|by|ihc|immunohistochemistry)*(?:0(?![.\d])|[123]\+)(?:(?:,? ?(?:or|and|,|\/|-|to) ?)(?:ihc ?)?(?:0|[123]\+)(?!\.|\d))*`,
  'g',
)

/** "If IHC is 2+, a negative in situ hybridization test is required", "should be verified by FISH for those with HER2 (2+)". */
const CONFIRMS =
  /\b(?:if |when |patients with |participants with |tumou?rs with |those with |for |in case of )?(?:the )?(?:her-?2 )?(?:ihc|immunohistochemistry)(?: (?:is|was|of|result|results|score|status|equivocal|at|\(ihc\)))* ?2 ?\+,?[^.;]{0,30}(?:an? (?:additional )?(?:negative )?|must|should|requires?)[^.;]{0,40}(?:in[- ]situ hybridi[sz]ation|\bf?ish\b|cish|sish)[^.;]{0,160}|(?:a (?:negative|positive) )?(?:her-?2 )?(?:gene )?(?:amplification|status|test)? ?(?:should|must|has to|needs to|will) be (?:verified|confirmed|assessed|tested|retested)[^.;]{0,40}(?:f?ish|hybridi[sz]ation)[^.;]{0,40}(?:for|in|if|when)[^.;]{0,40}2 ?\+\)?/g

/** Which states the words admit; "HER2 0" and "1+ or 2+/ISH-" are read as what they mean. */
function wantedOf(words: string): Wanted[] {
  if (
    /\b(?:not|no|absence of|lack of|without)\b[^.]{0,30}(?:over-?express|amplif|positiv)|non-?(?:amplified|over-?express)|not (?:over-?express|amplif)/.test(
      words,
    )
  )
    return ['negative']
  const wanted: Wanted[] = []
  if (/ultra[- ]?low/.test(words)) wanted.push('ultralow')
  if (/\blow|-low/.test(words.replace(/ultra[- ]?low/g, ''))) wanted.push('low')
  if (/\bzero|null/.test(words)) wanted.push('zero')
  if (
    /negativ|\bneg\b|(?:her[- ]?2|neu|erbb2)\)? ?\(?-/.test(words) &&
    !/-(?:posit|over|ampl|low|ultra|expr)/.test(words.replace(/.*?2(?:\/neu)?\)? ?(?=-)/, ''))
  )
    wanted.push('negative')
  if (/positiv|\bpos\b|over-?express|amplif|\bhigh|(?:her[- ]?2|neu|erbb2)\)? ?\(?\+(?! ?\d)/.test(words)) wanted.push('positive')
  if (wanted.length === 0 && SCORE.test(words.replace(NAMED, ''))) return scored(words)
  if (wanted.length === 0 && /express/.test(words)) return ['positive', 'low', 'ultralow']
  return wanted
}

const NAMED = /her[- ]?2(?:[/ -]?neu)?|erbb2|receptor[- ]?2/g
const SCORE = /(?<![\d.])(?:0(?![.\d])|[123] ?\+)/
/** "1-3+", "1+ to 3+": every score between counts. */
const RANGE = /(?<![\d.])([0-3]) ?\+? ?(?:-|–|to|through) ?([0-3]) ?\+/g
const expanded = (_: string, from: string, to: string): string =>
  [0, 1, 2, 3]
    .filter((score) => score >= Number(from) && score <= Number(to))
    .map((score) => (score === 0 ? ' 0 ' : ` ${score}+ `))
    .join('')
/** States that IHC scores stand for; 0 and 1+ (and 2+, not amplified) together are what "negative" means. */
function scored(words: string): Wanted[] {
  const scores = [...words.replace(NAMED, '').replace(RANGE, expanded).matchAll(new RegExp(SCORE, 'g'))].map(([score]) => score[0])
  if (scores.includes('0') && (scores.includes('1') || scores.includes('2')))
    return scores.includes('3') ? ['negative', 'positive'] : ['negative']
  const wanted = scores.map(
    (score): Wanted => (score === '0' ? 'zero' : score === '3' ? 'positive' : score === '2' && !scores.includes('1') ? 'two-plus' : 'low'),
  )
  return wanted.length > 0 ? [...new Set(wanted)] : ['negative']
}

/** The end of a definition in assay words that follows: "(IHC 1+ or IHC 2+/ISH-)", "defined as 0 or 1+ by IHC …". */
function definitionEnd(text: string, from: number): number {
  DEFINITION.lastIndex = from
  const match = DEFINITION.exec(text)
  return match && /\b(?:ihc|f?ish|cish|sish|asco|cap|immunohist|in[- ]situ|guideline|[0-3]\+|hybridi)/.test(match[0])
    ? from + match[0].replace(/[\s,(]+$/, '').length
    : from
}
const DEFINITION =
  /(?:[\s,;:()[\]/=<>≥≤"-]*(?:\b(?:based|analy[sz]ed|biopsy|biopsies|(?:breast cancer|disease|carcinoma)(?= (?:is |are |as )?(?:defined|documented|determined|by ))|a|an|the|in|on|of|by|as|per|or|and|to|is|are|for|be|if|with|no|not|non|i\.e|e\.g|note|status|defined|definition|determined|confirmed|documented|assessed|tested|testing|test|result|results|current|most|recent|latest|american|society|clinical|oncology|college|pathologists?|asco|cap|guidelines?|recommendations?|criteria|standards?|ihc|immunohistochemistry|immunohistochemical|immunohistochemically|fish|ish|cish|sish|dish|in[- ]situ|situ|hybridization|hybridisation|fluorescent|fluorescence|chromogenic|dual|probe|single|assay|assays|method|methods|negative|positive|low|score|scores|scored|score of|staining|intensity|membrane|membranous|protein|expression|cellular|gene|amplified|amplification|amplify|non-amplified|unamplified|overexpression|overexpressed|evidence|ratio|copy|number|cep17|her2|her-2|her2\/neu|her2\/cep17|average|signals?|cells?|tumou?r|less|than|greater|equal|more|using|local|locally|laboratory|lab|accordance|according|previously|via|performed|done|equivocal|required|must|either|any|sample|samples|specimen|which|can|that|when|where|version|20\d\d|\d+(?:\.\d+)?)\b\+?|[0-3] ?\+|(?:f?ish)-|untested|unknown|\.(?=\d)|\.(?= if (?:the )?(?:ihc|her2|results?|status))|%))+/y

/** Where IHC is 2+, ISH decides; for others nothing is asked. */
function judgeConfirmation(profile: Profile): Finding {
  const latest = profile.receptors.findLast(({ her2 }) => her2?.ihc !== undefined || her2?.status !== undefined)
  const { ihc, ish, status } = latest?.her2 ?? {}
  if (!latest || status === undefined) return unknownHer2()
  if (ihc === '2+' && ish === undefined && (status === 'equivocal' || status === 'low'))
    return missing(
      'HER2 is IHC 2+ in the records; whether the gene is amplified was not found.',
      'her2-ish',
      'Was a FISH or ISH test for HER2 done, and what did it show?',
      latest.evidence,
    )
  return yes(
    `HER2 is ${status}${ihc ? ` (IHC ${ihc}${ish ? `, ISH ${ish.replace('-', ' ')}` : ''})` : ''} in the records.`,
    latest.evidence,
  )
}

function judgeCurrent(any: readonly Wanted[], profile: Profile): Finding {
  const current = profile.currentReceptors
  const latest = profile.receptors.findLast(({ her2 }) => her2?.status !== undefined)
  const status = current?.her2 ?? latest?.her2?.status
  const ihc = profile.receptors.findLast(({ her2 }) => her2?.status === status && her2?.ihc !== undefined)?.her2?.ihc
  return judgeOne(any, status, ihc, [...(current?.her2 ? current.evidence : []), ...(latest?.evidence ?? [])])
}

function judgeOne(any: readonly Wanted[], status: string | undefined, ihc: string | undefined, evidence: Evidence[]): Finding {
  if (status === undefined) return unknownHer2(evidence)
  const said = `HER2 is ${status}${ihc ? ` (IHC ${ihc})` : ''} in the records.`
  if (status === 'equivocal')
    return missing(
      `${said} Whether the gene is amplified was not found.`,
      'her2-ish',
      'Was a FISH or ISH test for HER2 done, and what did it show?',
      evidence,
    )
  const holds = any.map((wanted) => isStatus(wanted, status, ihc))
  if (holds.includes('yes')) return yes(said, evidence)
  if (holds.includes('unknown'))
    return missing(
      `${said} Whether it is low, ultralow or zero needs the IHC score.`,
      'her2-ihc',
      'What was the HER2 IHC score (0, 1+, 2+, 3+)?',
      evidence,
    )
  return no(said, evidence)
}

function isStatus(wanted: Wanted, status: string, ihc: string | undefined): 'yes' | 'no' | 'unknown' {
  const says = (yesWhen: boolean) => (yesWhen ? 'yes' : 'no')
  if (wanted === 'positive') return says(status === 'positive')
  if (wanted === 'negative') return says(status !== 'positive')
  if (wanted === 'two-plus') return ihc === undefined ? (status === 'positive' ? 'yes' : 'unknown') : says(ihc === '2+')
  if (status === 'positive') return 'no'
  if (wanted === 'low') return status === 'negative' && ihc === undefined ? 'unknown' : says(status === 'low')
  if (wanted === 'ultralow') return status === 'negative' && (ihc === undefined || ihc === '0') ? 'unknown' : says(status === 'ultralow')
  return status === 'negative' ? (ihc === undefined ? 'unknown' : says(ihc === '0')) : 'no'
}

const unknownHer2 = (evidence: Evidence[] = []): Finding =>
  missing('No HER2 result was found.', 'her2', 'What is the HER2 status of the tumor? The pathology report says.', evidence)
