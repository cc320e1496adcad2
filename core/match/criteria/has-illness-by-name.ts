import { findConditions } from '../../codes/conditions.ts'
import type { Profile } from '../../record/profile.ts'
import { missing, no } from '../findings.ts'
import type { Finding } from '../kind.ts'
import { ask, leftOverKind } from '../left-over/left-over-kind.ts'
import { isNamedInHistories } from '../left-over/named-illness.ts'
import { unmentioned } from '../silence.ts'
import { matchesList, therapyNamed } from '../therapy-words.ts'
import { givenTreatments, knowsTreatments } from '../treatment-history.ts'

export const hasIllnessByName = leftOverKind({
  name: 'has-illness-by-name',
  reads:
    'An illness that stands in no table, by the form of its words ("corneal erosion", "disorder of the biliary tract"), looked for in the records as it is written.',
  source:
    'Greek and Latin word formation; a history or problem list that does not mention an illness counts as "not so", a symptom or risk is asked',
  heads: ['illness'],
  beside: false,
  judge(asked, { profile }): Finding {
    const { said, words } = asked
    if (OF_IMMUNOTHERAPY.test(said) && knowsTreatments(profile)) {
      const given = givenTreatments(profile)
      if (!given.some((one) => matchesList(one, IMMUNOTHERAPY)))
        return no(
          `“${said}”: no immunotherapy is among the treatments in the records.`,
          given.flatMap(({ evidence }) => evidence).slice(0, 4),
        )
    }
    const names = recordedAs(words, profile)
    if (names.length > 0)
      return missing(
        `Your records name ${names.map(({ name }) => name).join('; ')}; whether this is what the trial calls “${said}” is not recorded.`,
        ask(asked).key,
        ask(asked).question,
        names.flatMap(({ evidence }) => evidence),
      )
    if (!isNamedInHistories(words) || OF_MEDICINES.test(said))
      return missing(`The trial asks about “${said}”. The records do not say.`, ask(asked).key, ask(asked).question)
    return unmentioned(profile, `“${said}”`, `history:${words}`, `Have you ever had this: “${said}”?`)
  },
})

/** Conditions of the person that share a naming word, or what it is a kind of, with the words. */
function recordedAs(words: string, { conditions }: Profile): Profile['conditions'] {
  const stems = new Set(
    words
      .split(' ')
      .filter((word) => word.length >= 4)
      .map(stem),
  )
  const kinds = new Set(findConditions(words).map(({ concept }) => concept.name))
  return conditions.filter(
    ({ name }) =>
      name
        .toLowerCase()
        .split(/[^a-z]+/)
        .some((word) => word.length >= 4 && stems.has(stem(word))) ||
      findConditions(name).some(({ concept }) => [...concept.kinds].some((kind) => kinds.has(kind))),
  )
}
const stem = (word: string) => word.replace(/[^a-z]/g, '').slice(0, 6)

/** "Medicines known to cause gout": not the illness. */
const OF_MEDICINES = /\b(?:medications?|medicines?|drugs?|agents?|substances?)\b/

/** Side effects that only a drug against the brakes of the immune system has. */
const OF_IMMUNOTHERAPY = /\bimmune[- ](?:related|mediated) (?:ae|adverse|tox|react|event)|\bi[rm]aes?\b/
const IMMUNOTHERAPY = { therapies: [therapyNamed('immunotherapy')], except: [] }
