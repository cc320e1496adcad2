import { findDrugs } from '../../codes/drugs.ts'
import { matchesOf } from '../../codes/matches-of.ts'
import type { Profile } from '../../record/profile.ts'
import { forTeam, missing, no, yes } from '../findings.ts'
import { defineKind, type Mention } from '../kind.ts'

type Asked = { to: string }

export const isAllergicToTheStudyDrug = defineKind<Asked>({
  name: 'is-allergic-to-the-study-drug',
  reads:
    'Allergy, hypersensitivity or intolerance to the drugs of the trial, their class or excipients, to contrast media and other named things.',
  source: 'profile: allergies; an allergy list that names none of them counts as "not so"',
  triggers: /allerg|hypersensitiv|intoleran|anaphyla|sensitivity|contra-?indication|infusion reaction/,
  find({ text }) {
    return matchesOf(text, PATTERN)
      .filter(([words]) => !OF_STANDARD.test(words))
      .map(
        (match): Mention<Asked> => ({
          start: match.index,
          end: match.index + match[0].replace(/[\s,(]+$/, '').length,
          params: { to: match[0] },
        }),
      )
  },
  judge({ to }, { profile, trial }) {
    const asked =
      `${to} ${/study|investigational|trial|protocol|components?|excipient|drugs?|agents?|product/.test(to) ? trial.interventions.map(({ name, otherNames }) => [name, ...otherNames].join(' ')).join(' ') : ''}`.toLowerCase()
    const drugs = new Set(findDrugs(asked).map(({ drug }) => drug.name))
    const hit = profile.allergies.find(
      ({ name }) => findDrugs(name).some(({ drug }) => drugs.has(drug.name)) || (sharesWord(name, asked) && !isOtherContrast(name, asked)),
    )
    if (hit) return yes(`Your allergy list names ${hit.name}.`, hit.evidence)
    const castor =
      /castor|cremophor|polysorbate/.test(asked) &&
      profile.conditions.find(({ name }) => /hypersensitiv|infusion reaction|anaphyl/i.test(name))
    if (castor) return forTeam(`Your records name ${castor.name}; the trial team judges whether it counts.`, castor.evidence)
    const list = profile.allergies.map(({ name }) => name)
    if (list.length > 0)
      return no(
        `Your allergy list names only ${list.join(', ')}.`,
        profile.allergies.flatMap(({ evidence }) => evidence),
        { bySilence: true, needs: [NEED] },
      )
    const denied = noneKnown(profile)
    if (denied) return denied
    return missing('No allergy list was found in the records.', NEED.key, NEED.question)
  },
})

/** "Intolerant of all standard therapy": of what is left to try, not of an allergy. */
const OF_STANDARD =
  /\b(?:intoleran\w+|to|of) (?:to |of |or |all |any |other |available |approved |existing |the |known )*(?:standard|available|approved|prior|previous)\b[^.;,]{0,40}(?:therap|treatment|care|regimen)/
const NEED = { key: 'allergies', question: 'Which allergies do you have?' }

function noneKnown(profile: Profile) {
  const absent = profile.absences.find(({ name }) => /allerg/i.test(name))
  if (absent) return no('Your records say that you have no known drug allergies.', absent.evidence)
  const taken =
    profile.historyTaken.find(({ part }) => part === 'allergies') ??
    profile.historyTaken.find(({ part }) => part === 'past-medical' || part === 'problem-list')
  return taken && no('No such allergy is mentioned in your records.', taken.evidence, { bySilence: true, needs: [NEED] })
}

/** Words that both the allergy and the criterion name: contrast, penicillin, platinum, sulfonamides. */
function sharesWord(allergy: string, asked: string): boolean {
  return allergy
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => word.length >= 5 && !COMMON.has(word) && new RegExp(`\\b${word.replace(/s$/, '')}`).test(asked))
}
/** Contrast media of CT hold iodine, those of MRI gadolinium. */
const isOtherContrast = (allergy: string, asked: string): boolean =>
  /contrast/i.test(allergy) &&
  (/iodin|\bct\b/i.test(allergy)
    ? /\bmri\b|gadolin|magnetic/.test(asked) && !/iodin|\bct\b|tomogra/.test(asked)
    : /gadolin/i.test(allergy) && /iodin/.test(asked))

const COMMON = new Set([
  'allergy',
  'drug',
  'drugs',
  'agents',
  'agent',
  'reaction',
  'antibiotics',
  'products',
  'other',
  'known',
  'severe',
  'compounds',
  'medication',
  'medications',
  'iodinated',
  'containing',
])

const PATTERN =
  /(?:known |history of |severe )*\b(?:soy|corn|egg|peanut|nut|latex|iodine|contrast|sulfa|sulfonamide|penicillin|milk|lactose|gluten|aspirin|gadolinium|shellfish|taxane|platinum|yeast|nsaid|statin)s?[a-z ]{0,12}? (?:allerg(?:y|ies)|intolerances?|hypersensitivity)|(?:\b(?:known|history|of|a|an|any|or|and|has|have|had|prior|previous|documented|severe|serious|significant|suspected|clinically|grade|≥|[1-4]|immediate|delayed|type|immune-mediated|life-threatening|persistent|contra-?indications?|experienced|past|patients|participants|subjects|who|with|the|-|confirmed|other|infusion[- ]related|medical|anaphylactic|acute|to|serious adverse|unacceptable|allergic|multiple|food|drug)[\s,/-]*){0,14}(?:allergic reactions?|allerg(?:y|ies|ic)|hypersensitivit(?:y|ies)(?: reactions?)?|hypersensitive|intolerances?|intolerant|anaphyla\w+(?: reactions?| shock)?|(?:over)?sensitivity|infusion(?:-related)? reactions?|contra-?indications?)(?: (?:reactions?|responses?))?(?: ?\([^()]{1,60}\))?(?:[\s,/]*(?:and\/or|or|and)?[\s,/]*(?:hypersensitivit(?:y|ies)|allerg(?:y|ies|ic)|intolerances?|anaphylaxis|anaphylactic|reactions?|contra-?indications?|severe))*(?:,? (?:to|attributed to|against|of|with|from|for (?:the )?use of|or|associated with|due to|that (?:was|were) attributed to|including|thought to be)\b(?:\([^()]{0,200}\)|[^.;()]|\.(?=\d|g\.|e\.))(?:\([^()]{0,200}\)|[^.;()]|\.(?=\d|g\.|e\.)){0,320})/g
