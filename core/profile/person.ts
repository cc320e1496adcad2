import type { Fact } from '../record/fact.ts'
import { ageInYears, compareDates, type PartialDate } from '../record/partial-date.ts'
import type { Conflict, Profile } from '../record/profile.ts'
import { campsOf, conflictAmong, evidenceOf, saidDay } from './choose.ts'
import { ofKind, type Sources } from './sources.ts'

type Person = Profile['person']

/** Who the person is. Birth date and sex by the weight of the sources; place and menopause by the latest statement. */
export function mergePerson(facts: readonly Fact[], asOf: PartialDate, sources: Sources): { person: Person; conflicts: Conflict[] } {
  const all = ofKind(facts, 'person').filter((fact) => fact.certainty !== 'ruled-out')
  const born = campsOf(all, (fact) => fact.value.birthDate, sources)
  const sex = campsOf(all, (fact) => fact.value.sex, sources)
  const zip = latest(all.filter((fact) => fact.value.zip !== undefined))
  const menopause = menopausal(all)
  const birthDate = born[0]?.facts[0]?.value.birthDate
  const sexSaid = sex[0]?.facts[0]?.value.sex
  const first = [born[0]?.facts[0], sex[0]?.facts[0], menopause[0]].filter((fact) => fact !== undefined)
  const used = [...first, ...(born[0]?.facts ?? []), ...(sex[0]?.facts ?? []).slice(0, 3), ...(zip ? [zip] : []), ...menopause]
  const said = menopause[0]?.value.menopausal
  const byAge = said === undefined && sexSaid === 'female' && birthDate !== undefined && ageInYears(birthDate, asOf).least >= 60
  const menopausalNow = said ?? (byAge ? ('post' as const) : undefined)
  return {
    person: {
      ...(sexSaid === undefined ? {} : { sex: sexSaid }),
      ...(birthDate === undefined ? {} : { birthDate }),
      ...(zip?.value.zip === undefined ? {} : { zip: zip.value.zip }),
      ...(menopausalNow === undefined ? {} : { menopausal: menopausalNow }),
      evidence: evidenceOf(used),
    },
    conflicts: [
      conflictAmong('birth date', born, 'the date of the closest source, then the one that most documents give'),
      conflictAmong('sex', sex, 'what the closest source, then most documents say'),
    ].filter((one) => one !== undefined),
  }
}

/** The latest statement; removed ovaries stay removed, whatever an older text still says. */
function menopausal(all: readonly Fact<'person'>[]): Fact<'person'>[] {
  const said = all.filter((fact) => fact.value.menopausal !== undefined).sort((a, b) => saidDay(b) - saidDay(a))
  const stated = said.filter((fact) => fact.certainty === 'stated')
  const first = stated[0] ?? said[0]
  return first === undefined ? [] : said.filter((fact) => fact.value.menopausal === first.value.menopausal).slice(0, 4)
}

const latest = <F extends Fact>(facts: readonly F[]): F | undefined =>
  [...facts].sort((a, b) => (a.said && b.said ? compareDates(b.said, a.said) : saidDay(b) - saidDay(a)))[0]
