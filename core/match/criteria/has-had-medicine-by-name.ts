import { findDrugs, isOncology } from '../../codes/drugs.ts'
import { compareDates, daysBetween } from '../../record/partial-date.ts'
import { missing, no, onDay } from '../findings.ts'
import { ask, leftOverKind } from '../left-over/left-over-kind.ts'
import { matchesList, therapiesIn } from '../therapy-words.ts'
import { givenTreatments, knowsTreatments } from '../treatment-history.ts'
import { takesMedicine } from './takes-medicine.ts'

export const hasHadMedicineByName = leftOverKind({
  name: 'has-had-medicine-by-name',
  reads:
    'A drug or class of drugs that is named without more ("bevacizumab", "an antibody against CD70", "supplements"), looked for among treatments and medicines.',
  source: 'profile: treatments and medications; drugs against cancer are judged on the treatments, all others are asked',
  heads: ['medicine'],
  beside: false,
  judge(asked, subject) {
    const { profile, asOf } = subject
    const { said, days, window } = asked
    const { key, question } = ask(asked)
    const [group] = takesMedicine.find({ text: said, start: 0, section: 'exclusion' })
    const [enzyme] =
      group || !OF_ENZYMES.test(said) ? [] : takesMedicine.find({ text: `${said} inhibitors`, start: 0, section: 'exclusion' })
    const interacting = group ?? enzyme
    if (interacting && interacting.start === 0) return takesMedicine.judge(interacting.params, subject)
    const lists = therapiesIn(said)
    const drugs = new Set(findDrugs(said).map(({ drug }) => drug.name))
    const given = givenTreatments(profile).filter(
      (one) => lists.some((list) => matchesList(one, list)) || one.drugs.some(({ name }) => drugs.has(name)),
    )
    const taken = profile.medications.filter(({ name }) => findDrugs(name).some(({ drug }) => drugs.has(drug.name)))
    const found = [...given, ...taken]
    const ended = given.flatMap(({ end }) => end ?? [])
    const last = ended.toSorted(compareDates).at(-1)
    const isOver = taken.every(({ status }) => status === 'past') && ended.length === given.length
    if (days !== undefined && last !== undefined && isOver && daysBetween(last, asOf).least > days)
      return no(
        `“${said}”: the last in the records ended ${onDay(last)}, longer ago than ${window ?? `${days} days`}.`,
        given.flatMap(({ evidence }) => evidence),
      )
    if (found.length > 0)
      return missing(
        `Your records name ${[...new Set(found.map(({ name }) => name))].join('; ')}; whether this is what the trial means by “${said}” is not recorded.`,
        key,
        question,
        found.flatMap(({ evidence }) => evidence),
      )
    const isAgainstCancer = drugs.size > 0 ? [...drugs].every(isOncology) : lists.length > 0
    if (!isAgainstCancer || OF_STUDIES.test(said.replace(BEFORE_DOSE, '')) || !knowsTreatments(profile))
      return missing(`The trial asks about “${said}”. The records do not say.`, key, question)
    return no(
      `“${said}” is not among the treatments in the records.`,
      givenTreatments(profile)
        .flatMap(({ evidence }) => evidence)
        .slice(0, 4),
    )
  },
})

/** What nobody prescribes stands in no list of treatments by its class. */
const OF_STUDIES = /investigational|experimental|unapproved|\b[a-z]{2,6}-?\d{3,}/

/** "… before the first dose of NX-1607": the drug of the trial. */
const BEFORE_DOSE = /\b(?:dose|doses|start|administration|initiation|initiating|starting|receiving) (?:of )?(?:the )?[a-z0-9-]+/g
/** "CYP2C8 or CYP3A4 inhibitors": an enzyme of a list that shares its noun. */
const OF_ENZYMES = /^(?:strong |moderate |potent )*(?:cyp|p-?gp|bcrp|oatp)/
