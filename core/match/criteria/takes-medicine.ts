import { type Interaction, isInGroup } from '../../codes/interactions.ts'
import { matchesOf } from '../../codes/matches-of.ts'
import { daysBetween } from '../../record/partial-date.ts'
import type { Profile } from '../../record/profile.ts'
import { forTeam, missing, no, yes } from '../findings.ts'
import { headingWindow } from '../heading-window.ts'
import { defineKind, type Finding, type Mention, type Subject } from '../kind.ts'
import { GROUPS, mayName, NAMED, namesIn, PATTERN, QUICK, TAIL } from '../medicine-words.ts'
import { findWindow } from '../time-window.ts'

/** `allowed`: the sentence permits it, and its answer is then the one that asks nothing. */
type Asked = {
  groups: Interaction[]
  /** Medicines named one by one, alone or beside the group. */
  names?: string[]
  words: string
  days?: number
  window?: string
  allowed?: 'yes' | 'no'
  /** Only when begun or changed in the window. */
  started?: boolean
  /** "Prior exposure to bisphosphonates", with no time named: at any time. */
  ever?: boolean
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
    const mentions: Mention<Asked>[] = namedAlone(text)
    if (!QUICK.test(text)) return mentions
    for (const match of matchesOf(text, PATTERN)) {
      const words = match[0]
      const groups = GROUPS.filter(([pattern]) => pattern.test(words)).flatMap(([, ...of]) => of)
      // Few substrates of these enzymes matter: those of which a little more is too much.
      const strong = strengthOf(words, groups).filter(
        (group) => !group.startsWith('CYP2C9') || NARROW.test(text.slice(match.index, match.index + 200)),
      )
      // "Supplements known to be strong inhibitors": what they do is asked, not what they are.
      const narrowed = strong.every((group) => group === 'supplement') ? strong : strong.filter((group) => group !== 'supplement')
      if (narrowed.length === 0) continue
      // "Pneumonitis that required steroids": an illness with its treatment, which another kind reads.
      if (/^(?:that |which )?requir/.test(words) && OF_ILLNESS.test(text.slice(0, match.index))) continue
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
      const names = namesIn(text.slice(match.index, end))
      const window = findWindow(text, match.index, end) ?? headingWindow(text, match.index)
      const isAllowed = ALLOWS.test(text.slice(Math.max(0, match.index - 60), match.index + words.length))
      mentions.push({
        start: match.index + (JOINERS.exec(words)?.[0].length ?? 0),
        end,
        params: {
          groups: [...new Set(narrowed)],
          words,
          ...(names.length > 0 ? { names } : {}),
          ...(STARTED.test(text.slice(match.index + words.length, end + 60)) ? { started: true } : {}),
          ...(NEEDED.test(text.slice(match.index, end + 160)) || WEIGHED.test(tail) ? { needed: true } : {}),
          ...(window === undefined && EVER.test(text.slice(Math.max(0, match.index - 30), end)) ? { ever: true } : {}),
          ...(isAllowed ? { allowed: clause.section === 'inclusion' ? ('yes' as const) : ('no' as const) } : {}),
          ...(window?.side === 'within' ? { days: window.days, window: window.words } : {}),
        },
      })
    }
    return mentions
  },
  judge({ groups, names = [], words, days, ever, allowed, started, needed }, { profile, asOf }) {
    if (allowed) return (allowed === 'yes' ? yes : no)('This permits; it asks nothing of you.')
    const plain = listed(groups.length > 0 ? groups : names)
    const isOne = (name: string) => groups.some((group) => isInGroup(name, group)) || names.some((one) => name.toLowerCase().includes(one))
    const current = profile.medications.filter(({ name, status }) => status === 'current' && isOne(name) && !TOPICAL.test(name))
    const recent =
      days === undefined
        ? []
        : profile.medications.filter(
            ({ name, status, end }) => status === 'past' && end !== undefined && isOne(name) && daysBetween(end, asOf).most <= days,
          )
    const earlier = ever ? profile.medications.filter(({ name, status }) => status === 'past' && isOne(name)) : []
    const hits = [...current, ...recent, ...earlier]
    if (hits.length > 0) {
      const because = `You take ${hits.map(({ name, dose }) => (dose ? `${name} ${dose}` : name)).join(', ')}${groups.length > 0 ? ` (${plain})` : ''}.`
      const evidence = hits.flatMap((one) => one.evidence)
      if (/\d ?mg|equivalent|dose|physiolog/.test(words) && groups.includes('corticosteroid'))
        return forTeam(`${because} The trial team checks the dose.`, evidence)
      if (groups.includes('corticosteroid') && hits.every(isPremedication))
        return missing(
          `${because} The records give it with infusions.`,
          'medications',
          'Which medicines do you take now, and on which day did you last have a steroid?',
          evidence,
        )
      if (started) return judgeStart(hits, days ?? 30, because, asOf)
      if (needed || groups.join() === 'supplement' || hits.every(({ name, dose }) => AS_NEEDED.test(`${name} ${dose ?? ''}`)))
        return forTeam(`${because} Whether it can be stopped or replaced is for the trial team to say.`, evidence)
      return yes(because, evidence, { recoverable: true })
    }
    const list = medicineList(profile)
    if (list) return no(`${plain.charAt(0).toUpperCase()}${plain.slice(1)}: none on the medication list${list.names}.`, list.evidence)
    return missing('No list of current medicines was found in the records.', 'medications', 'Which medicines do you take now?')
  },
})

/** A steroid against nausea and allergy that is given with each infusion, and not between them. */
const isPremedication = ({ name, dose, evidence }: Profile['medications'][number]): boolean =>
  PREMEDICATION.test([name, dose ?? '', ...evidence.map(({ quote }) => quote)].join(' '))
const PREMEDICATION =
  /\bpre-?med|before (?:each |every |the )?(?:infusion|chemo|treatment|dose|cycle)|with (?:each |every )?(?:chemo|infusion|cycle)|anti-?emetic|for nausea|\bdays? [1-4]\b/i

/** "Treatment with phenytoin or carbamazepine": no group is named. */
function namedAlone(text: string): Mention<Asked>[] {
  if (!mayName(text)) return []
  return matchesOf(text, NAMED).flatMap((match) => {
    const names = namesIn(match[0])
    // "Allergic to erythromycin" is about something else.
    if (
      names.length === 0 ||
      /allerg|hypersensitiv|reaction|intoleran|combin\w+|interact\w*|compar\w+/.test(text.slice(Math.max(0, match.index - 40), match.index))
    )
      return []
    const end = match.index + match[0].length
    const window = findWindow(text, end, end + 60) ?? headingWindow(text, match.index)
    const params: Asked = {
      groups: [],
      names,
      words: match[0],
      ...(window?.side === 'within' ? { days: window.days, window: window.words } : {}),
    }
    return [{ start: match.index, end: window && window.start >= end && window.start <= end + 3 ? window.end : end, params }]
  })
}

const listed = (all: readonly string[]): string => all.join(', ').replace(/, ([^,]*)$/, ' or $1')

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
    // Another enzyme of the family: "cytochrome P450 2B6 inducers".
    if (/\b(?:cyp ?|p-?450 ?\(?(?:cyp)?)?(?:1a2|2b6|2c8|2c9|2c19|2d6|2e1)\b/.test(words) && !/3a/.test(words)) return false
    if (group.includes('substrate')) return /substrate|metaboli/.test(words)
    if (!/inducer|induc/.test(words) && group.includes('inducer')) return false
    if (!/inhibit/.test(words) && group.includes('inhibitor')) return false
    return !(group.startsWith('moderate') && /strong|potent/.test(words) && !/moderate/.test(words))
  })
}

const JOINERS = /^(?:(?:or|and|and\/or|to|of|with|the|a|an|for|be|by|that|which|must|may|than|within)\b[\s,/(]*)+/
/** "Participants can be on a stable dose of …" */
/** The name of an illness just before. */
const OF_ILLNESS = /(?:itis|disease|syndrome|disorder|reaction|\bild)\)?,? (?:has |have )?$/
const ALLOWS = /\b(?:can|may) (?:be (?:on|receiving|taking)|receive|continue|take|use)\b[^.;]{0,60}$/
const STARTED =
  /^[^.;]{0,60}\bstable dose[^.;]{0,20}(?:less than|fewer than|<) ?\d|^[\s,(]*(?:(?:therapy|treatment|was|were|is|has been|have been|newly|must|be|been)\s)*(?:initiat|start|begun|changed|dose (?:was )?changed)/
const STARTED_TAIL =
  /^[\s,(]*(?:(?:therapy|treatment|was|were|is|has been|have been|newly|must|be|been)\s)*(?:initiat|start|begun|changed|dose (?:was )?changed)[^.;]{0,120}/
const NEEDED_TAIL =
  /^[\s,(]*(?:(?:and|or|who|that|which|unless)\s)*(?:(?:they|it|these|the \w+) )?(?:cannot|can not|can|is unable to|are unable to) be (?:permanently |safely )?(?:discontinued|stopped|replaced|switched|withdrawn)[^.;]{0,160}/
const NEEDED =
  /\b(?:cannot|can not|unable to|can't) be (?:discontinued|stopped|replaced|switched|withdrawn|permanently)|unless (?:they|it|these|the \w+) can be (?:\w+ )?(?:discontinued|stopped|replaced|switched)|unless discontinued/
const NARROW = /\bnarrow\b|\bsensitive\b/
/** "… that could interfere with the study treatment" */
const WEIGHED = /\b(?:could|may|might|would)\b[^.;]{0,40}\b(?:interfere|interact|affect|impact|compromise|confound|alter)\b/
const EVER = /\b(?:prior|previous|previously|history of|ever) (?:[a-z]+ ){0,4}/
const AS_NEEDED = /\bprn\b|as needed|when needed/i
const TOPICAL = /topical|cream|ointment|inhal|nasal|spray|eye drop|ophthalmic|mouthwash|vaginal/i
