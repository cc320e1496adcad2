import { dosesIn } from './doses.ts'

/** Whether somebody takes a medicine, by the words around its name: `none` where they say that it was not taken, or may be taken one day. */
export type MedicineUse = 'current' | 'past' | 'none'

/**
 * What a sentence says of one medicine that it names. `before` are the words that lead to the name, `after` those behind it. Behind the name
 * its dose and form are passed over: "dexamethasone 4 mg was tapered to nil", "a salbutamol inhaler when needed".
 */
export function medicineUse(before: string, after: string): MedicineUse | undefined {
  const lead = before.replace(DETERMINER, ' ')
  const rest = behindDose(after)
  if (NONE_BEFORE.test(lead) || NONE_AFTER.test(rest)) return 'none'
  if (PAST_AFTER.test(rest)) return 'past'
  if (NOW_AFTER.test(rest)) return 'current'
  if (PAST_BEFORE.test(lead)) return 'past'
  if (BRACKET_BEFORE.test(before) && DOSE_IN_BRACKET.test(after)) return 'current'
  if (NOW_BEFORE.test(lead) || HABIT_AFTER.test(rest)) return 'current'
  return undefined
}

/** "Hypertension (losartan 50)": what an illness is treated with. */
const BRACKET_BEFORE = /[a-z]\s\(\s*$/i
const DOSE_IN_BRACKET =
  /^\s(?!(?:19|20)\d\d)\d{1,4}(?:\.\d+)?\s?(?:mg|mcg|µg|units|IU)?(?:\s(?:daily|od|bd|bid|qd|tds|prn|nocte|weekly))?\)/i

/** Words that only describe the medicine, right before its name. */
const DETERMINER =
  /\s(?:(?:a|an|the|her|his|my|some|regular|oral|topical|inhaled|daily|weekly|nightly|long-?term|low[- ]dose|high[- ]dose|baby|prophylactic|generic|short|tab|tabs|cap|inj|syp|T|C)\.?\s){1,4}$|^(?:a|an|the|her|his|some)\s/i

/** What stands behind the name, its brand, dose and form. */
function behindDose(after: string): string {
  const brand = /^\s?\([^)]{1,30}\)/.exec(after)?.[0].length ?? 0
  const dose = dosesIn(after.slice(0, brand + 60)).find(({ start }) => start <= brand + 12)
  const rest = after.slice(dose?.end ?? brand)
  return rest.replace(
    /^\s(?:(?:MR|SR|XR|XL|ER|CR|LA|inhalers?|spray|gel|cream|patch(?:es)?|tablets?|capsules?|drops|eye drops|injections?|pump|sachets?|\d+(?:\.\d+)?)\s?){1,3}/i,
    ' ',
  )
}

const NONE_BEFORE =
  /\b(?:no(?! longer)|not (?:on|take|taking|taken|use|using|need)|never (?:had|took|taken|used|been on|on)?|without|denies|avoid(?:s|ed|ing)?|declin(?:ed|es)|refus(?:ed|es)|allerg(?:y|ic) to|intoleran(?:t of|t to|ce of|ce to)|consider(?:ing)?|could|would|might|may (?:need|want|add|start|use)|if|unless|discussed|suggest(?:ed)?|offer(?:ed)?|instead of|rather than|reluctant to (?:take|start)|interact\w* with|levels? of|can (?:have|take|use|add)|should (?:have|take|start))\s(?:\w+\s){0,2}$/i
const NONE_AFTER =
  /^[^.;,]{0,30}?\b(?:(?:was|is|were|are) (?:not|never|declined|considered|discussed|offered|suggested|contraindicated)|not (?:needed|started|tolerated|taken|used|required|given)|never (?:started|taken|used)|could be|might be|may be|would be|can be|if (?:she|he|it|needed for|the|pain|symptoms)|declined|refused|contraindicated|allergy)\b/i
const PAST_AFTER =
  /^[^.;,]{0,30}?(?:\b(?:(?:was|were|has been|had been|is|now|then)\s)?(?:stopped|discontinued|ceased|weaned|tapered (?:off|to (?:nil|zero|0|off)|over|and)|withdrawn|completed|finished|dropped|d\/c'?d|replaced (?:by|with)|switched to|changed to|swapped for)\b|\b(?:is|was|been|now) off\b|\bto off\b|\bno longer\b|\b(?:was|had been) (?:given|used|needed) (?:for|until)\b)/i
const NOW_AFTER =
  /^[^.;,]{0,30}?\b(?:ongoing|continues|to continue|continued|may stay|can stay|can continue|helps|remains|(?:was|were|is being|has been) (?:added|started|begun|resumed|restarted|increased|uptitrated)|(?:added|started|resumed|restarted) (?:today|on|in|last|this)|replaced)\b/i
/** How a medicine is taken day by day: that is said only of one that is taken. */
const HABIT_AFTER =
  /^[^.;,]{0,16}?\b(?:prn|(?:as|when|if) (?:needed|required|necessary)|rarely needed|(?:at|each|every) (?:night|morning|bedtime|evening)|twice (?:a day|daily)|once (?:a day|daily)|three times (?:a day|daily)|daily|nightly|nocte|mane|[bto]d|tds|qds|bid|tid|qid|two at night|for (?:life|breakthrough)|while on|(?:with )?each cycle)\b/i
const PAST_BEFORE =
  /\b(?:off|stopped|ceased|came off|discontinued|d\/c|dc'?d|weaned (?:off|from)|tapered off|used to (?:take|use|carry|have|be on)|previously (?:on|took|used)|had been (?:on|taking)|was (?:on|taking)|had|took|completed|finished|(?:replaced|replacing|in place of)|(?:switched|changed|converted|rotated)(?: (?:her|him))?(?: from)?|treated with|(?:a )?(?:\w+ )?course of|short course of|no longer (?:on|takes|taking|needs))\s(?:from\s)?$/i
const NOW_BEFORE =
  /\b(?:on|takes|take|taking|using|uses|use|managed (?:with|on)|controlled (?:with|on|by)|treated (?:currently )?by|cont(?:inu\w+)?\.?(?: on| with)?|remains on|stays on|started(?: (?:her|him))?(?: on)?|began|put (?:her|him) on|prescribed(?: her| him)?|gave (?:her|him)|given (?:her|him)|refill(?:ed)?|renew(?:ed)?|needs|needing|add(?:ed)?|resumed?|restart(?:ed)?|(?:switched|changed|converted|rotated) to|(?:increased|reduced|uptitrated)|covered with|prophylaxis with|supplements?|replaced (?:by|with)|helped by|relieved by|well (?:on|with))\s(?:only |just |also |still |regularly |now )?$/i
