import { compareDates, daysBetween } from '../../record/partial-date.ts'
import { missing, no, onDay } from '../findings.ts'
import { ask, leftOverKind } from '../left-over/left-over-kind.ts'
import { knowsTreatments } from '../treatment-history.ts'

export const hasHadProcedureByName = leftOverKind({
  name: 'has-had-procedure-by-name',
  reads:
    'An operation, radiotherapy or procedure that is named without more ("radiotherapy", "abdominal surgery", "pleural drainage"), looked for among the treatments, in the time that the sentence looks back.',
  source: 'profile: treatments; operations and radiotherapy are listed there, other procedures are asked',
  heads: ['procedure'],
  beside: false,
  judge(asked, { profile, asOf }) {
    const { said, days, window } = asked
    const { key, question } = ask(asked)
    const type = RADIATION.test(said) ? 'radiation' : OPERATION.test(said) ? 'surgery' : undefined
    const had = profile.treatments.filter((one) => type !== undefined && one.type === type)
    const ended = had.flatMap(({ end, start }) => end ?? start ?? []).toSorted(compareDates)
    const last = ended.at(-1)
    if (days !== undefined && last !== undefined && ended.length === had.length && daysBetween(last, asOf).least > days)
      return no(
        `“${said}”: the last in the records was ${onDay(last)}, longer ago than ${window ?? `${days} days`}.`,
        had.flatMap(({ evidence }) => evidence),
      )
    if (had.length > 0)
      return missing(
        `Your records name ${had.map(({ name }) => name).join('; ')}; whether this is what the trial calls “${said}” is not recorded.`,
        key,
        question,
        had.flatMap(({ evidence }) => evidence),
      )
    if (type === undefined || (type === 'surgery' && days === undefined && !OF_THE_BREAST.test(said)) || !knowsTreatments(profile))
      return missing(`The trial asks about “${said}”. The records do not say.`, key, question)
    return no(
      `“${said}”: no ${type === 'surgery' ? 'operation' : 'radiotherapy'} is among the treatments in the records.`,
      profile.treatments.flatMap(({ evidence }) => evidence).slice(0, 4),
    )
  },
})
const RADIATION = /radiation|radiotherap|irradiat|radiosurg|\bs[br]?rt\b|\bsrs\b|\bx?rt\b|brachy/
const OPERATION = /surg|mastectom|lumpectom|resect|dissect|operation/
/** Operations that a list of treatments against cancer holds whenever they were; those on other organs stand there for a short time only. */
const OF_THE_BREAST = /mastectom|lumpectom|(?:breast|axillary|cancer)[^.;]{0,30}(?:surg|resect|dissect)/
