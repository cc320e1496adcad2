import { matchesOf } from '../../codes/matches-of.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'

export const hasLeptomeningealDisease = defineKind<null>({
  name: 'has-leptomeningeal-disease',
  reads: 'Cancer in the membranes of brain and spinal cord (leptomeningeal disease, carcinomatous meningitis).',
  source: 'profile: metastases',
  triggers: /mening/,
  find: ({ text }) => matchesOf(text, PATTERN).map((match) => ({ start: match.index, end: match.index + match[0].length, params: null })),
  asks: () => 'leptomeningeal disease',
  judge(_, { profile }) {
    const sites = profile.metastases.filter(({ site }) => site === 'leptomeninges')
    const present = sites.filter(({ status }) => status !== 'ruled-out' && status !== 'suspected')
    if (present.length > 0)
      return yes(
        'The records show leptomeningeal disease.',
        present.flatMap(({ evidence }) => evidence),
      )
    if (sites.some(({ status }) => status === 'suspected'))
      return missing(
        'Leptomeningeal disease is suspected in the records and not settled.',
        'leptomeningeal',
        'Did an MRI or a spinal tap show cancer in the membranes of the brain?',
        sites.flatMap(({ evidence }) => evidence),
      )
    const denied = [
      ...sites.flatMap(({ evidence }) => evidence),
      ...profile.absences.filter(({ name }) => /mening/i.test(name)).flatMap(({ evidence }) => evidence),
    ]
    if (denied.length > 0) return no('The records say there is no leptomeningeal disease.', denied)
    if (profile.metastases.length > 0 || profile.extent)
      return no('Leptomeningeal disease is not among the sites of disease in the records; confirm.', [
        ...profile.metastases.flatMap(({ evidence }) => evidence),
        ...(profile.extent?.evidence ?? []),
      ])
    return missing(
      'No record speaks of the membranes of the brain.',
      'leptomeningeal',
      'Has cancer been found in the membranes of the brain or spinal cord?',
    )
  },
})

const PATTERN =
  /\b(?:(?:known|active|symptomatic|untreated|history of|any|evidence of|presence of|current|suspected|progressive)[ ,]+(?:or )?)*(?:leptomening(?:eal|es)(?: (?:disease|metastas[ei]s|carcinomatosis|involvement|spread|metastatic disease|progression|cancer))?(?: ?\(lmd\))?|(?:carcinomatous|cancerous|neoplastic|malignant) mening(?:itis|eal)(?: disease)?|(?:pneumo-?|pia-?|lepto-?)mening(?:eal|es|itis)(?: (?:disease|metastas[ei]s|involvement))?|mening(?:eal|itis) (?:carcinomatosa|carcinomatosis|disease|metastas[ei]s|involvement)|carcinomatosis of the meninges)(?:,? (?:defined as|as evidenced by|as documented by)[^.;]{0,160})?/g
