/**
 * Side effects as notes grade and shorten them. A symptom alone is not yet an illness; with a grade ("G2 diarrhoea", "N gr 1") it is
 * a finding of that day.
 */
export const SIDE_EFFECT_WORDS: readonly (readonly [string | undefined, RegExp])[] = [
  ['nausea', short('N')],
  ['vomiting', short('V')],
  ['diarrhea', short('D')],
  ['constipation', short('C')],
  [
    'hand-foot syndrome',
    anyOf(
      String.raw`hand[- ](?:and[- ])?foot(?: syndrome| (?:skin )?reactions?)?|palmar[- ]plantar \w+|PPE(?=,?:? ?(?:grade|gr\.?|G)\s?[1-4])`,
    ),
  ],
  [
    'raised liver enzymes (hepatotoxicity)',
    anyOf(
      String.raw`(?:raised|elevated|increased|rising|deranged|abnormal) (?:ALT|AST|AST\/ALT|ALT\/AST|LFTs?|liver (?:enzymes|function tests)|transaminases)|(?:ALT|AST|LFTs?|transaminase|liver enzyme)s? (?:increased|elevation|elevated|rise|raised|derangement|deranged)|(?:ALT|AST|transaminases?)(?=,?:? ?(?:grade|gr\.?|G)\s?[1-4])|(?:ALT|AST|ALT\/AST|AST\/ALT)(?=:? (?:>|up to )?\d+(?:\.\d)? ?[x×] ?ULN)|hepatotoxicity|drug[- ]induced liver injury`,
    ),
  ],
  [
    'peripheral neuropathy',
    anyOf(String.raw`numb(?:ness)? (?:of |in )?(?:the |her |his |both )?(?:fingers?|fingertips|finger tips|hands?|feet|toes|soles)`),
  ],
  [
    'LVEF decline (left ventricular dysfunction)',
    anyOf(
      String.raw`(?:(?:lv ?ef|ef|ejection fraction) (?:had |has |was |went )?(?:fell|fallen|dropp?(?:ed)?|declin(?:e|ed|ing)|decreas(?:e|ed)|reduc(?:ed|tion)|down|dip(?:ped)?)|(?:fall|drop|decline|decrease|dip|reduction) (?:in|of) (?:her |his |the )?(?:lv ?ef|ef|ejection fraction|lv function)|reduced (?:lv ?ef|ejection fraction|lv function))`,
    ),
  ],
  ['hot flushes', anyOf('hot flu?shes|hot flashes|vasomotor symptoms')],
  [
    undefined,
    graded(
      String.raw`anorexia|(?:poor |reduced |decreased )?appetite(?: loss)?|loss of appetite|dry (?:eyes?|mouth|skin)|epistaxis|dysgeusia|taste (?:change|alteration)s?|pruritus|itch(?:ing)?|myalgias?|weight loss|nail (?:changes|toxicity)|paronychia|oedema|edema|cough|dyspn(?:o)?ea|dyspepsia|abdominal pain|nausea|vomiting|diarrh(?:o)?ea|constipation|insomnia|headaches?|dizziness|hypokal(?:a)?emia|hypomagnes(?:a)?emia|proteinuria|hyperglyc(?:a)?emia|infusion reaction|stiffness|fatigue|lethargy|asthenia|rash|pain`,
    ),
  ],
]

/** "N gr1", "D gr 2": one letter and its grade. */
function short(letter: string): RegExp {
  return new RegExp(String.raw`(?<![\w/.-])${letter}(?= ?(?:gr\.?|G|grade) ?[1-4]\b)`, 'g')
}

function anyOf(words: string): RegExp {
  return new RegExp(String.raw`(?<![\w/-])(?:${words})(?![\w])`, 'gi')
}

/** A symptom beside a grade, before or behind it. */
function graded(words: string): RegExp {
  return new RegExp(
    String.raw`(?<=\b(?:grade|gr\.?|G|CTC) ?[1-4] (?:\w{3,12} )?)(?:${words})(?!\w)|(?<![\w-])(?:${words})(?=[,:]?[ (]{1,2}(?:grade|gr\.?|G|CTC(?:AE)?) ?[1-4]\b)`,
    'gi',
  )
}
