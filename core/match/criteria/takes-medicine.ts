import { type Interaction, isInGroup } from '../../codes/interactions.ts'
import { daysBetween } from '../../record/partial-date.ts'
import type { Profile } from '../../record/profile.ts'
import { forTeam, missing, no, yes } from '../findings.ts'
import { headingWindow } from '../heading-window.ts'
import { defineKind, type Finding, type Mention, type Subject } from '../kind.ts'
import { findWindow } from '../time-window.ts'

/** `allowed`: the sentence permits it, and its answer is then the one that asks nothing. */
type Asked = {
  groups: Interaction[]
  words: string
  days?: number
  window?: string
  allowed?: 'yes' | 'no'
  /** Only when begun or changed in the window. */
  started?: boolean
  /** Only what cannot be stopped or replaced. */
  needed?: boolean
}

export const takesMedicine = defineKind<Asked>({
  name: 'takes-medicine',
  reads:
    'Medicines that interact or weaken defence: CYP3A4 inhibitors and inducers by strength, QT-prolonging drugs, anticoagulants, acid reducers, steroids and immunosuppressants (with dose and window), hormone replacement, bone-protecting drugs, growth factors, antibiotics, herbs.',
  source: 'FDA table of CYP inhibitors and inducers; CredibleMeds; a medication list that holds none counts as "not so"',
  find(clause) {
    const { text } = clause
    if (!QUICK.test(text)) return []
    const mentions: Mention<Asked>[] = []
    for (const match of text.matchAll(PATTERN)) {
      const words = match[0]
      const groups = GROUPS.filter(([pattern]) => pattern.test(words)).flatMap(([, ...of]) => of)
      const narrowed = strengthOf(words, groups)
      if (narrowed.length === 0) continue
      // "QTc prolongation" alone is a finding, no medicine.
      if (
        narrowed.every((group) => group === 'QT-prolonging drug') &&
        !/drug|medic|agent|product|substance|treat|therap|us(?:e|ing)\b|taking|receiv/.test(
          `${words}${text.slice(match.index + words.length, match.index + words.length + 20)}`,
        )
      )
        continue
      let end = match.index + words.length
      const tail = TAIL.exec(text.slice(end))?.[0] ?? ''
      end += tail.length
      end += STARTED_TAIL.exec(text.slice(end))?.[0].length ?? 0
      end += NEEDED_TAIL.exec(text.slice(end))?.[0].length ?? 0
      const window = findWindow(text, match.index, end) ?? headingWindow(text, match.index)
      const isAllowed = ALLOWS.test(text.slice(Math.max(0, match.index - 60), match.index + words.length))
      mentions.push({
        start: match.index + (JOINERS.exec(words)?.[0].length ?? 0),
        end,
        params: {
          groups: [...new Set(narrowed)],
          words,
          ...(STARTED.test(text.slice(match.index + words.length, end + 60)) ? { started: true } : {}),
          ...(NEEDED.test(text.slice(match.index, end + 160)) ? { needed: true } : {}),
          ...(isAllowed ? { allowed: clause.section === 'inclusion' ? ('yes' as const) : ('no' as const) } : {}),
          ...(window?.side === 'within' ? { days: window.days, window: window.words } : {}),
        },
      })
    }
    return mentions
  },
  judge({ groups, words, days, allowed, started, needed }, { profile, asOf }) {
    if (allowed) return (allowed === 'yes' ? yes : no)('This permits; it asks nothing of you.')
    const plain = groups.join(', ').replace(/, ([^,]*)$/, ' or $1')
    const isOne = (name: string) => groups.find((group) => isInGroup(name, group))
    const current = profile.medications.filter(({ name, status }) => status === 'current' && isOne(name) && !TOPICAL.test(name))
    const recent =
      days === undefined
        ? []
        : profile.medications.filter(
            ({ name, status, end }) => status === 'past' && end !== undefined && isOne(name) && daysBetween(end, asOf).most <= days,
          )
    const hits = [...current, ...recent]
    if (hits.length > 0) {
      const because = `You take ${hits.map(({ name, dose }) => (dose ? `${name} ${dose}` : name)).join(', ')} (${plain}).`
      const evidence = hits.flatMap((one) => one.evidence)
      if (/\d ?mg|equivalent|dose|physiolog/.test(words) && groups.includes('corticosteroid'))
        return forTeam(`${because} The trial team checks the dose.`, evidence)
      if (started) return judgeStart(hits, days ?? 30, because, asOf)
      if (needed || hits.every(({ name, dose }) => AS_NEEDED.test(`${name} ${dose ?? ''}`)))
        return forTeam(`${because} Whether it can be stopped or replaced is for the trial team to say.`, evidence)
      return yes(because, evidence, { recoverable: true })
    }
    const list = medicineList(profile)
    if (list) return no(`${plain.charAt(0).toUpperCase()}${plain.slice(1)}: none on the medication list${list.names}.`, list.evidence)
    return missing('No list of current medicines was found in the records.', 'medications', 'Which medicines do you take now?')
  },
})

/** "Bisphosphonates initiated within 1 month": a medicine taken for longer is not meant. */
function judgeStart(hits: Profile['medications'], days: number, because: string, asOf: Subject['asOf']): Finding {
  const evidence = hits.flatMap((one) => one.evidence)
  const recent = hits.find(({ start }) => start !== undefined && daysBetween(start, asOf).most <= days)
  if (recent) return yes(`${because} It was begun in the last ${days} days.`, evidence, { recoverable: true })
  if (hits.every(({ start }) => start !== undefined && daysBetween(start, asOf).least > days))
    return no(`${because} It was begun longer ago.`, evidence)
  return missing(
    `${because} When it was begun is not recorded.`,
    `start:${hits[0]?.name}`,
    `Since when do you take ${hits[0]?.name}?`,
    evidence,
  )
}

function medicineList(profile: Profile): { names: string; evidence: Profile['person']['evidence'] } | undefined {
  const current = profile.medications.filter(({ status }) => status === 'current')
  if (current.length > 0)
    return {
      names: ` (${current
        .map(({ name }) => name)
        .slice(0, 8)
        .join(', ')})`,
      evidence: current.flatMap(({ evidence }) => evidence.slice(0, 1)),
    }
  const taken = profile.historyTaken.find(({ part }) => part === 'medications')
  return taken && { names: '', evidence: taken.evidence }
}

/** "Strong" alone leaves the moderate ones out; "inducers" alone the inhibitors. */
function strengthOf(words: string, groups: Interaction[]): Interaction[] {
  return groups.filter((group) => {
    if (!group.includes('CYP3A4')) return true
    if (group.includes('substrate')) return /substrate|metaboli/.test(words)
    if (!/inducer|induc/.test(words) && group.includes('inducer')) return false
    if (!/inhibit/.test(words) && group.includes('inhibitor')) return false
    return !(group.startsWith('moderate') && /strong|potent/.test(words) && !/moderate/.test(words))
  })
}

const JOINERS = /^(?:(?:or|and|and\/or|to|of|with|the|a|an|for|be|by|that|which|must|may|than|within)\b[\s,/(]*)+/
/** "Participants can be on a stable dose of …" */
const ALLOWS = /\b(?:can|may) (?:be (?:on|receiving|taking)|receive|continue|take|use)\b[^.;]{0,60}$/
const STARTED =
  /^[\s,(]*(?:(?:therapy|treatment|was|were|is|has been|have been|newly|must|be|been)\s)*(?:initiat|start|begun|changed|dose (?:was )?changed)/
const STARTED_TAIL =
  /^[\s,(]*(?:(?:therapy|treatment|was|were|is|has been|have been|newly|must|be|been)\s)*(?:initiat|start|begun|changed|dose (?:was )?changed)[^.;]{0,120}/
const NEEDED_TAIL =
  /^[\s,(]*(?:(?:and|or|who|that|which|unless)\s)*(?:(?:they|it|these|the \w+) )?(?:cannot|can not|can|is unable to|are unable to) be (?:permanently |safely )?(?:discontinued|stopped|replaced|switched|withdrawn)[^.;]{0,160}/
const NEEDED =
  /\b(?:cannot|can not|unable to|can't) be (?:discontinued|stopped|replaced|switched|withdrawn|permanently)|unless (?:they|it|these|the \w+) can be (?:\w+ )?(?:discontinued|stopped|replaced|switched)|unless discontinued/
const AS_NEEDED = /\bprn\b|as needed|when needed/i
const TOPICAL = /topical|cream|ointment|inhal|nasal|spray|eye drop|ophthalmic|mouthwash|vaginal/i
const GROUPS: readonly [RegExp, ...Interaction[]][] = [
  [
    /cyp ?3a|cytochrome p-?450 ?\(?(?:cyp\)? ?)?3a|cyp450|cytochrome/,
    'strong CYP3A4 inhibitor',
    'moderate CYP3A4 inhibitor',
    'strong CYP3A4 inducer',
    'moderate CYP3A4 inducer',
    'sensitive CYP3A4 substrate',
  ],
  [/2c8/, 'CYP2C8 inhibitor'],
  [/2d6/, 'CYP2D6 inhibitor'],
  [/p-?gp|p-glycoprotein/, 'P-gp inhibitor'],
  [/bcrp|breast cancer resistance protein|oatp|organic anion|\boat[13]\b|\boct[12]\b|\bmate1|transporter/, 'transporter drug'],
  [/bone[- ](?:targeted|modifying|protecting)/, 'bone-modifying drug'],
  [/bisphosphonate|zoledron/, 'bisphosphonate'],
  [/denosumab|rankl/, 'RANKL inhibitor'],
  [/statin\b|statins\b/, 'statin'],
  [/\bcombined hormonal|birth control pill|oral contraceptive/, 'hormone replacement'],
  [/qtc?|torsade|pro-?arrhythmic/, 'QT-prolonging drug'],
  [/anti-?arrhythm/, 'antiarrhythmic'],
  [/vitamin k|coumarin|coumadin|warfarin/, 'vitamin K antagonist'],
  [/anti-?coag|heparin/, 'anticoagulant'],
  [/anti-?platelet/, 'antiplatelet drug'],
  [/proton|\bppis?\b/, 'proton pump inhibitor'],
  [/acid[- ]reduc|h2|antacid|gastric ph/, 'acid-reducing drug'],
  [/(?<!non-?)steroid|predniso|dexameth|glucocort/, 'corticosteroid'],
  [/immunosuppress|immune[- ]suppress/, 'immunosuppressant', 'corticosteroid'],
  [/replacement|estrogen|hrt|hormonal contra/, 'hormone replacement'],
  [/growth factor|g-?csf|colony|erythropo/, 'growth factor'],
  [/transfus/, 'transfusion'],
  [/immuno-?stimul/, 'immunostimulant'],
  [/nsaid|anti-?inflammatory/, 'NSAID'],
  [/\bmao|monoamine/, 'MAO inhibitor'],
  [/aspirin/, 'antiplatelet drug'],
  [/antibiotic|antibacterial|antifungal|antimicrob|anti-infective|antiviral/, 'antibiotic'],
  [/herb|st\.? john|grapefruit/, 'herbal medicine'],
]
const QUICK =
  /bcrp|oatp|organic anion|transporter|resistance protein|bisphosph|denosumab|rankl|zoledron|bone[- ](?:target|modif|protect)|statin|cyp|cytochrome|p-?gp|p-glyco|qt|torsade|anti-?arrhythm|anti-?coag|coumadin|warfarin|heparin|vitamin k|anti-?platelet|proton|\bppi|acid|h2|antacid|steroid|predniso|dexameth|glucocort|immun\w+[- ]?suppress|replacement|estrogen|hrt|growth factor|transfus|immuno-?stim|anti-?inflam|nsaid|aspirin|\bmao|monoamine|antifung|antivir|predniso|csf|colony|erythropo|antibiotic|antibacterial|antimicrob|anti-infective|herb|john|grapefruit/
const LEAD = String.raw`(?:\b(?:has|have|is|are|any|currently|current|receiv\w+|taking|takes?|taken|use|using|used|requir\w+|on|need|needs|of|for|with|the|a|an|treatment|treated|therapy|concomitant|concurrent|concurrently|chronic|systemic|long-term|ongoing|drugs?|medications?|medicines?|agents?|substances|products?|that|which|known|to|be|strong|moderate|potent|weak|or|and|and\/or|other|sensitive|by|daily|high-dose|high|dose|prior|previous|regular|continuous|therapeutic|full-dose|full|oral|parenteral|intravenous|iv|prophylactic|low|inhaled|topical|food|foods|herbal|preparations|supplements|receipt|history|cannot|discontinue|discontinued|exogenous|active|routine|either|including|immunosuppressive|medication|patients?|participants?|subjects?|who|within|last|than|greater|more|clinically|significant|relevant|a risk of|immunosuppressant|administration)\b[\s,/(]*){0,22}`
const CORE = String.raw`(?:(?:inhibitors?|inducers?|substrates?|modulators?)(?:[\s,/]*(?:and\/or|or|and|\/|of|the|strong|moderate|potent|weak|inhibitors?|inducers?|substrates?))*[\s(]*(?:of |the |hepatic |isoenzymes? |enzymes? )*(?:cyp\w*|cytochrome[^,.;]{0,30}|p-?gp|p-glycoprotein|bcrp|breast cancer resistance protein|oatp\w*|organic anion[a-z -]{0,40}\w{0,6}|oat[13]|oct[12]|mate1\w*)(?: ?\([^()]{1,24}\))?(?:[\s,]*(?:and\/or|or|and|\/)[\s]*(?:cyp ?\w+|p-?gp|p-glycoprotein|bcrp|breast cancer resistance protein|oatp\w*|oat[13]|oct[12])(?: ?\([^()]{1,24}\))?)*|(?:(?:oral |intravenous |iv )*bisphosphonates?(?: (?:therapy|treatment))?|denosumab|(?:rankl|receptor activator of nuclear factor[^.;]{0,30}\(rankl\)) inhibitors?|zoledron\w+(?: acid)?|(?:narrow therapeutic (?:window|index|range) and (?:are )?)?(?:predominantly |primarily |mainly |extensively )?metaboli[sz]ed (?:through|by|via) (?:the )?(?:cyp\w+|cytochrome[^,.;]{0,30})(?:\/\d)?|bone[- ](?:targeted|modifying|protecting) (?:therapy|agents?|drugs?)|statins)|(?:cyp ?\d[a-z]\d{0,2}(?:\/\d)?|cytochrome p-?450(?: ?\(?cyp\d?\)?)?(?: ?\d[a-z]\d?(?:\/\d)?)?(?: \(cyp3a4?\))?|p-?gp|p-glycoprotein|bcrp)(?:[\s,/()]*(?:and\/or|or|and|\/|cyp\w+|p-?gp|bcrp|isoenzymes?|enzymes?|3a4|3a5|family))*(?: \([^()]{1,40}\))?[\s/-]*(?:strong |moderate |potent )*(?:inhibitors?|inducers?|substrates?|modulators?|inhibition|induction|inducing|inhibiting)(?:[\s,/]*(?:and\/or|or|and|\/|strong|moderate|potent|weak|inhibitors?|inducers?|substrates?))*|(?:qtc?[- ](?:interval[- ])?prolong\w+(?: (?:drugs?|medications?|agents?))?|(?:medications?|drugs?|medicinal products?|agents?|medicines?)[^.;]{0,60}(?:prolong\w*|lengthen\w*)(?: the)? qtc?(?: interval)?|(?:prolong\w*|lengthen\w*) (?:the )?qtc?(?: interval)?(?: and\/or| or)?(?: caus\w+| induc\w+)? ?(?:torsades?(?: de pointes?)?)?|torsades? de pointes?)|anti-?arrhythmics?(?: (?:therapy|drugs?|agents?|medications?|treatment))?|(?:anti-?vitamin k|vitamin k antagonists?|coumarin(?:-derived)?|warfarin|coumadin|heparin|low molecular weight heparin)(?: (?:anti-?coagulants?|medications?|therapy|derivatives?))*|(?:oral |full-dose |therapeutic )*anti-?coagula(?:nts?|tion|nt)(?: (?:therapy|treatment|agents?|medications?))?|anti-?platelet(?: (?:therapy|agents?|drugs?))?|proton[- ]pump inhibitors?(?: \(ppis?\))?|\bppis?\b|h2[- ](?:receptor )?(?:antagonists?|blockers?)|acid[- ]reducing (?:agents?|drugs?)|antacids?|(?:gluco)?cortico-?steroids?(?: (?:therapy|treatment))?|steroids?(?: (?:therapy|treatment|medications?))?|(?:doses? (?:of )?)?(?:(?:>|≥|greater than|more than|exceeding|at least) ?\d+ ?mg(?: ?\/ ?| per )?(?:day|d|daily)?(?: of)? ?)?(?:prednisone|prednisolone|methylprednisolone|dexamethasone|hydrocortisone)|glucocorticoids?|immuno-?suppress\w+(?: (?:therapy|treatment|agents?|drugs?|medications?|doses))*|immune[- ]suppress\w+(?: (?:therapy|agents?|drugs?|medications?))*|(?:hormone|estrogen|oestrogen|hormonal) replacement(?: (?:therapy|treatment))?(?: \(?hrt\)?)?|\bhrt\b|estrogens?[- ](?:containing|replacement)[a-z ]{0,30}|estrogen therapy|(?:h[a]?ematopoietic )?(?<!epidermal )(?<!endothelial )(?:growth|colony[- ]stimulating) factors?(?! receptor|[- ]2)(?: support)?(?: \([^()]{1,60}\))?|g-?csf|gm-?csf|erythropoietin\w*|(?:(?:packed )?red blood cells?|blood(?: products?)?|platelets?|prbc|rbc)(?: \([^()]{1,60}\))? transfusions?|transfusions?(?: of (?:any )?(?:blood products?|(?:packed )?red blood cells?|platelets|blood)(?: \([^()]{1,80}\))?)?|(?:iv |intravenous |systemic |oral )*(?:antibiotics?|antimicrobials?|anti-infectives?|antibacterials?|antifungals?|antivirals?(?! load))(?: (?:therapy|treatment|agents?))?|immuno-?stimulat\w+(?: (?:agents?|drugs?|medications?|therapy))?|non-?steroidal anti-?inflammatory(?: (?:drugs?|agents?|medications?))?(?: \(nsaids?\))?|nsaids?\b|(?:monoamine oxidase|mao) inhibitors?|aspirin|(?:natural )?herbal (?:preparations|medications?|medicines?|supplements?|remedies|products?)[a-z/ ]{0,30}|st\.? john'?s wort|grapefruit(?: juice)?)`
const PATTERN = new RegExp(
  `${LEAD}${CORE}(?:[\\s,/(]*(?:and\\/or|or|and|,|\\()[\\s,/(]*(?:any |other |forms? of |form of |systemic |chronic |oral |strong |moderate |known |another |additional |use of |the )*${CORE}\\)?)*`,
  'g',
)
const TAIL =
  /^(?:\s*\([^()]{0,200}\))?(?:[\s,]*(?:and )?(?:that|which|whose|within|in the|≤|<|at (?:a )?(?:dose|any|doses|greater|immunosuppressive)|for (?:the|more|at|any|treatment|a|longer|chronic|management)|prior to|before|during|exceeding|in (?:dosing|doses|excess)|>|≥|greater than|more than|dose|doses|other than those|equivalent|for \w+|on a|is|are not|treatment|therapy|at the time|\d+ ?mg|or equivalent|\(or equivalent\)|requir\w+|medication|drugs?|with (?:a )?(?:known|narrow|potential|risk|therapeutic)|unless discontinu\w+|taken|administ\w+|as |to (?:treat|control|manage))\b(?:\([^()]{0,160}\)|[^.;()]|\.(?=\d)){0,220})?/
