import { matchesOf } from '../../codes/matches-of.ts'
import type { Profile } from '../../record/profile.ts'
import { knownMetastases } from '../disease-extent.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind, type Finding } from '../kind.ts'

export const hasVisceralDisease = defineKind<{ crisis: boolean }>({
  name: 'has-visceral-disease',
  reads: 'Visceral metastases, and visceral crisis: advanced, symptomatic spread with danger to life in the short term.',
  source: 'ABC consensus: visceral crisis is severe organ dysfunction with rapid progression',
  triggers: /viscer|organ (?:failure|dysfunction)|life[- ]threat|lymphangit/,
  find: ({ text }) =>
    // "Chemotherapy for visceral disease": what was treated.
    matchesOf(text, PATTERN)
      .filter(({ index }) => !TREATED.test(text.slice(Math.max(0, index - 60), index)))
      .map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        params: { crisis: /cris[ei]s|life[- ]threat|symptomatic|organ (?:failure|dysfunction)|lymphangit|rapid|risk/.test(match[0]) },
      })),
  asks: ({ crisis }) => (crisis ? 'a visceral crisis' : 'visceral disease'),
  judge: ({ crisis }, { profile }) => (crisis ? judgeCrisis(profile) : judgeVisceral(profile)),
})

const TREATED = /\b(?:chemotherap\w*|therap(?:y|ies)|treatments?|lines?|regimens?) (?:[a-z]+ ){0,3}for $/
const PATTERN =
  /\b(?:(?:presence of |known |impending |any |uncontrolled |rapidly progressing |extensive )*(?:symptomatic,? )?(?:(?:advanced|metastatic)(?:\/(?:metastatic|advanced))?,? ?(?:or )?)?(?:symptomatic,? )?(?:visceral (?:cris[ei]s|spread|metastas[ei]s|disease|involvement|progression)|viscerally? (?:cris[ei]s))(?: (?:spread|disease|metastas[ei]s))?(?:,?(?: that (?:are|is)| who are| and are| which (?:are|is)|,? (?:and|are|or|in|with|at))*(?: immediate)? (?:at |high )*risk (?:of|for) (?:short-term )?(?:developing |rapidly evolving into )?life[- ]threatening complications?(?: in the short[- ]term)?(?:,?[^.;]{0,20}(?:includ\w+|such as)[^.;]{0,300})?)?|severe organ dysfunction,? (?:as )?(?:assessed|shown|evidenced|indicated) by (?:(?:signs?|symptoms?|clinical|laboratory|studies|tests?|values|findings|and|or|the)[ ,]*){1,10}rapid progression(?: of (?:the )?disease)?(?:,? (?:which |that )?(?:is |are )?(?:leading|leads?) to [^.;]{0,80})?|(?:imminent|impending) (?:organ failure|visceral cris[ei]s)(?: (?:and\/or|or) (?:imminent )?(?:organ failure|visceral cris[ei]s))*|rapidly (?:progressive|progressing) visceral disease|(?:at (?:immediate )?)?risk of life[- ]threatening complications?(?: in the short[- ]term)?|(?:pulmonary )?lymphangit(?:ic|is)(?: (?:carcinomatosis|spread))?|(?:immediately )?life[- ]threatening (?:visceral )?(?:metastas[ei]s|disease)(?: requiring[^.;]{0,40})?)/g
const ORGANS = ['liver', 'lung', 'pleura', 'peritoneum', 'adrenal', 'brain']

function judgeVisceral(profile: Profile): Finding {
  const known = knownMetastases(profile)
  const visceral = known.filter(({ site }) => ORGANS.includes(site))
  if (visceral.length > 0)
    return yes(
      `The records show metastases in ${visceral.map(({ site }) => site).join(', ')}.`,
      visceral.flatMap(({ evidence }) => evidence),
    )
  return no(
    'The records show no metastases in inner organs.',
    known.flatMap(({ evidence }) => evidence),
  )
}

/** Records of a visceral crisis name it; with scans and a recent performance status on record, silence is read as none. */
function judgeCrisis(profile: Profile): Finding {
  const named = profile.conditions.filter(
    ({ name, status }) => status === 'active' && /visceral crisis|liver failure|hepatic failure|lymphangit|respiratory failure/i.test(name),
  )
  if (named.length > 0)
    return yes(
      `The records show ${named.map(({ name }) => name).join(', ')}.`,
      named.flatMap(({ evidence }) => evidence),
    )
  const denied = profile.absences.filter(({ name }) => /visceral cris/i.test(name))
  if (denied.length > 0)
    return no(
      'The records say there is no visceral crisis.',
      denied.flatMap(({ evidence }) => evidence),
    )
  const well = profile.performance.findLast(({ scale, value }) => (scale === 'ECOG' ? value <= 2 : value >= 60))
  const visceral = judgeVisceral(profile)
  if (visceral.holds === 'no') return { ...visceral, because: `${visceral.because} A visceral crisis needs them.` }
  if (well)
    return no(
      'No visceral crisis or organ failure is mentioned in the records, and daily activity is recorded as possible.',
      well.evidence,
      { bySilence: true },
    )
  return missing(
    'The records do not say whether the organs are in danger.',
    'visceral-crisis',
    'Has your doctor spoken of a visceral crisis or organ failure?',
    visceral.evidence,
  )
}
