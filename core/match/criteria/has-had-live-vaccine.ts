import { matchesOf } from '../../codes/matches-of.ts'
import { daysBetween } from '../../record/partial-date.ts'
import { missing, no, onDay, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'
import { findWindow } from '../time-window.ts'

/** `any`: every vaccine of the sentence, live or not ("a COVID-19 vaccine within 7 days"). */
type Asked = { days: number; any?: boolean }

export const hasHadLiveVaccine = defineKind<Asked>({
  name: 'has-had-live-vaccine',
  reads: 'A live or live-attenuated vaccine within so many days (30 when none is named).',
  source: 'CDC list of live vaccines; a medical history does not tell, so silence stays unknown',
  triggers: /vaccin/,
  find({ text }) {
    return [...matchesOf(text, PATTERN), ...matchesOf(text, ANY_VACCINE)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      params: { days: findWindow(match[0])?.days ?? 30, ...(/\blive\b|attenuated/.test(match[0]) ? {} : { any: true }) },
    }))
  },
  judge({ days, any }, { profile, asOf }) {
    const vaccines = profile.medications.filter(({ name }) => /vaccin|immuni[sz]/i.test(name))
    const live = vaccines.find(({ name, start, end }) => (any || LIVE.test(name)) && daysBetween(end ?? start ?? asOf, asOf).least <= days)
    if (live)
      return yes(`Your records name ${live.name}${live.start ? ` ${onDay(live.start)}` : ''}.`, live.evidence, { recoverable: true })
    const denied = profile.absences.find(({ name }) => /vaccin/i.test(name))
    if (denied) return no('Your records say that no live vaccine was given.', denied.evidence)
    return missing('The records hold no list of vaccinations.', 'vaccinations', `Have you had a live vaccine in the last ${days} days?`)
  },
})

const LIVE = /live|mmr|measles|mumps|rubella|varicella|zostavax|yellow fever|flumist|rotavirus|oral polio|oral typhoid|\bbcg\b/i
/** A vaccine of any kind counts only with a window. */
const ANY_VACCINE =
  /(?:\b(?:has|have|had|receiv\w+|receipt|of|a|an|any|administration|vaccination|vaccinated|with|been|prior|the|covid-19|sars-cov-2|influenza|inactivated|seasonal|non-live)[\s,/]+){1,12}vaccin\w+(?: \([^()]{0,60}\))? (?:within|in the (?:last|past)|≤|<|less than) ?[^.;()]{3,90}/g
const PATTERN =
  /(?:\b(?:has|have|had|is|receiv\w+|receipt|of|a|an|any|administration|administered|use|treatment|vaccination|vaccinated|immuni[sz]ation|with|been|prior|planned|expected|to|need|for|or|current|patients?|participants?|subjects?|who|anticipat\w+|that|such|will|be|require\w*|the)\s){0,14}(?:live|attenuated)[a-z, /()-]{0,60}vaccin\w+(?:\([^()]{0,200}\)|[^.;()]){0,260}/g
