import { matchesOf } from '../../codes/matches-of.ts'
import { no, yes } from '../findings.ts'
import { defineKind, type Mention } from '../kind.ts'
import { unmentioned } from '../silence.ts'

type Asked = { can: boolean }

export const canSwallowMedicines = defineKind<Asked>({
  name: 'can-swallow-medicines',
  reads: 'Being able to swallow and keep down tablets, or not.',
  source: 'Tablets among the current medicines show it; a swallowing disorder among the conditions denies it',
  triggers: /swallow|oral|dysphagia|by mouth|tablet|capsule|pills/,
  find({ text }) {
    const mentions: Mention<Asked>[] = []
    for (const match of matchesOf(text, CANNOT))
      mentions.push({ start: match.index, end: match.index + match[0].length, params: { can: false } })
    for (const match of matchesOf(text, CAN)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (!mentions.some((one) => one.start < end && start < one.end)) mentions.push({ start, end, params: { can: true } })
    }
    return mentions
  },
  judge({ can }, { profile }) {
    const disorder = profile.conditions.find(
      ({ name, status }) => status === 'active' && /dysphagia|swallow|feeding tube|gastrostomy/i.test(name),
    )
    if (disorder) {
      const because = `Your records name ${disorder.name}.`
      return can ? no(because, disorder.evidence) : yes(because, disorder.evidence)
    }
    const tablet =
      [...profile.medications].find(({ name, status }) => status === 'current' && TABLETS.test(name)) ??
      profile.medications.find(({ name }) => TABLETS.test(name))
    if (tablet) {
      const because = `You take ${tablet.name} by mouth.`
      return can ? yes(because, tablet.evidence) : no(because, tablet.evidence)
    }
    const silent = unmentioned(profile, 'trouble swallowing', 'history:swallowing', 'Can you swallow tablets?')
    return silent.holds === 'no' && can ? { ...silent, holds: 'yes' } : silent
  },
})

const ORAL = String.raw`(?:swallow\w*|(?:take|tak(?:e|ing)|ingest|tolerat\w+|retain|receiv\w+|absorb)[ /a-z]{0,20}(?:oral|medications? by mouth|pills|tablets|capsules)|oral (?:medication|drug|treatment|intake|therapy|agent)s?)`
const TAIL = String.raw`(?:[ ,/]+(?:and|or|and\/or|to|oral|orally|administered|medications?|medicines?|drugs?|tablets?|capsules?|pills?|whole|intact|retain|absorb|take|swallow|tolerate|study|treatment|therapy|agents?|the|by|mouth|investigational|product|products|formulated|formulation|large|a|ingest|intake|comply|with)\b)*`
const CANNOT = new RegExp(
  `(?:(?:known |any |has |have |with |patients? |who are |condition that (?:results in|causes) )*(?:unable|inability|not able|incapable|cannot|can not|difficult(?:y|ies)|impaired ability|impairment|problems?)(?: (?:to|in|of|with|or unwilling|or unwillingness))* ${ORAL}|(?:conditions?|diseases?|disorders?|factors?)(?: that| which)?(?: may| might| could| would)? (?:prohibit|prevent|preclude|impair|limit|compromise|affect)(?:s|ing)? (?:the |their |an? )?(?:ability to |capability to )?${ORAL}|swallowing (?:difficulty|difficulties|disorder|dysfunction|problems)|dysphagia|impaired swallowing)${TAIL}`,
  'g',
)
const CAN = new RegExp(
  `(?:(?:must|be|is|are|has|have|the|should) )*(?:able(?: and willing)?|ability|capable|willing and able)(?: (?:to|of))* ${ORAL}${TAIL}`,
  'g',
)
/** Medicines that are taken as tablets or capsules. */
const TABLETS =
  /tablet|capsule|\bpo\b|oral|levothyroxine|amlodipine|metformin|statin\b|losartan|lisinopril|sartan\b|carvedilol|metoprolol|bisoprolol|atenolol|sertraline|citalopram|fluoxetine|venlafaxine|gabapentin|pregabalin|omeprazole|pantoprazole|famotidine|levetiracetam|apixaban|rivaroxaban|warfarin|aspirin|ibuprofen|acetaminophen|tramadol|oxycodone|morphine|ondansetron|prochlorperazine|loratadine|cetirizine|hydrochlorothiazide|furosemide|letrozole|anastrozole|exemestane|tamoxifen|ciclib\b|capecitabine|olaparib|talazoparib|lapatinib|tucatinib|neratinib|everolimus|alpelisib|capivasertib|elacestrant|loperamide|calcium|vitamin d|sitagliptin|gliflozin|gliptin|potassium|folic|iron|ferrous|dexamethasone|prednisone|duloxetine|mirtazapine|trazodone|lorazepam|zolpidem/i
