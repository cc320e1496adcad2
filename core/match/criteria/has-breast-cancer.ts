import { matchesOf } from '../../codes/matches-of.ts'
import { breastCancers } from '../disease-extent.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'

export const hasBreastCancer = defineKind<{ earlier: boolean; proof?: true; general?: true }>({
  name: 'has-breast-cancer',
  reads: 'Breast cancer, or a solid tumour in general, as the disease of the trial, with its histological or cytological proof.',
  source: 'profile: cancers',
  triggers: /breast|mammary|mbc\b|solid|malignan|cancer|carcinoma/,
  find: ({ text, section }) =>
    matchesOf(text, PATTERN)
      .filter((match) => !/non[- ]?$/.test(text.slice(Math.max(0, match.index - 5), match.index)))
      // "From blood or breast cancer tissue": where something was looked for.
      .filter((match) => !/^ (?:tissue|samples?|specimens?|biops(?:y|ies)|cell lines?)\b/.test(text.slice(match.index + match[0].length)))
      .map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        params: {
          // Proof alone, of whatever cancer is named with it.
          ...(/breast|mammary|mbc\b|solid/.test(match[0]) ? {} : { proof: true as const }),
          // A solid tumour, of whatever organ.
          ...(/solid/.test(match[0]) && !/breast|mammary|mbc\b/.test(match[0]) ? { general: true as const } : {}),
          earlier:
            section === 'exclusion' &&
            /\b(?:history|prior|previous|another|second|other|contralateral)[a-z ]*$/.test(
              text.slice(Math.max(0, match.index - 40), match.index),
            ),
        },
      })),
  judge({ earlier }, { profile }) {
    const [cancer, ...others] = breastCancers(profile)
    if (cancer && earlier)
      return others.length > 0
        ? yes(
            'The records show more than one breast cancer.',
            [cancer, ...others].flatMap(({ evidence }) => evidence),
          )
        : no('The records show one breast cancer, the one the trial is about.', cancer.evidence)
    if (cancer)
      return yes(
        `The records show ${cancer.histology ?? 'breast cancer'}${cancer.laterality ? ` (${cancer.laterality} breast)` : ''}.`,
        cancer.evidence,
      )
    if (profile.cancers.length > 0)
      return no(
        'The records show another cancer, not breast cancer.',
        profile.cancers.flatMap(({ evidence }) => evidence),
      )
    return missing('No report of the diagnosis was found.', 'diagnosis', 'Which cancer was found, and do you have the pathology report?')
  },
})

const PROOF = String.raw`(?:(?:histolog(?:ical|ic)?(?:ally)?|cytolog(?:ical|ic)?(?:ally)?|patholog(?:ical|ic)?(?:ally)?|biopsy|microscopically|tissue)[- ]*(?:(?:and\/or|or|\/|and|-) *(?:cyto|histo|patho)logic(?:al)?(?:ly)?)? *[- ]?(?:confirmed|proven|documented|verified|diagnosed|confirmation|documentation|proof|determined|evidence|diagnosis)?(?: (?:diagnosis|evidence|documentation|confirmation))?(?: of)?(?: an?)? *)?`
const SORT = String.raw`(?:(?:invasive|infiltrating|primary|adeno|unilateral|operable|measurable)[ -]*)*`
const BREAST = String.raw`(?:(?:adeno)?carcinomas?|adeno-?carcinomas?|cancers?|malignanc(?:y|ies)|neoplasms?|tumou?rs?) (?:of|in) the (?:female |male )?breast|\bmbc\b|(?:breast|mammary) (?:\(?(?:adeno)?-?carcinomas?\)?|adenocarcinomas?|cancers?|malignanc(?:y|ies)|neoplasms?|tumou?rs?|ca\b)(?: \((?:m?bc|abc|brca)\))?(?: (?:disease|diagnosis))?`
const SOLID = String.raw`(?:solid|malignant solid) (?:(?:tumou?r|malignan|neoplasm|cancer)[a-z]*)(?: malignanc(?:y|ies))?`
/** "Ovarian, breast or prostate cancer": the organ alone, in a list of organs. */
const ORGANS = String.raw`(?:ovar|prostat|pancrea|lung|nsclc|colo|rect|gastr|endometr|cervi|head|urothel|bladder|melanom|renal|kidney|esophag)[a-z]*`
const PATTERN = new RegExp(
  String.raw`\b${PROOF}\b${SORT}(?:${BREAST}|${SOLID})\b|\bbreast(?=(?:, ?| ?\/ ?| (?:or|and|and\/or) )(?:${ORGANS}))|(?<=[,(/:*-] ?|\b(?:or|and|including|of) (?:the )?)(?:female |male )?breast(?=[,/;.)] ?|$| ?\([^()]{2,40}\)| (?:or|and|and/or) (?:${ORGANS}))|\b(?:histolog|cytolog|patholog)ic(?:al)?(?:ly)? ?(?:(?:and\/or|or|\/|and) *(?:cyto|histo|patho)logic(?:al)?(?:ly)? )?(?:confirmed|proven|documented|verified|confirmation|documentation|proof|diagnosis)\b(?: of\b)?`,
  'g',
)
