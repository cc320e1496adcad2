import { matchesOf } from '../../codes/matches-of.ts'
import { forTeam, missing, no } from '../findings.ts'
import { defineKind } from '../kind.ts'
import { knowsTreatments } from '../treatment-history.ts'

export const hasIrradiatedMarrow = defineKind<null>({
  name: 'has-irradiated-marrow',
  reads: 'Radiotherapy of a share of the bone marrow: "prior irradiation to > 25 % of the bone marrow".',
  source:
    'Ellis 1961 and later atlases: breast, chest wall, brain and single fields hold less than a quarter of the active marrow, which lies mostly in pelvis and spine',
  find: ({ text }) =>
    text.includes('marrow') && text.includes('%')
      ? matchesOf(text, PATTERN).map((match) => ({ start: match.index, end: match.index + match[0].length, params: null }))
      : [],
  judge(_, { profile }) {
    const courses = profile.treatments.filter(({ type }) => type === 'radiation')
    const evidence = courses.flatMap((one) => one.evidence)
    if (courses.length === 0)
      return knowsTreatments(profile)
        ? no('No radiotherapy is among the treatments in the records.', profile.treatments.flatMap((one) => one.evidence).slice(0, 3))
        : missing('No list of earlier treatments was found.', 'treatments', 'Which treatments have you had, with dates?')
    const names = [...new Set(courses.map(({ name }) => name))].join('; ')
    if (courses.length <= MANY && !courses.some(({ name, site }) => LARGE.test(`${name} ${site ?? ''}`)))
      return no(`Radiotherapy in the records: ${names}. These fields hold less than a quarter of the bone marrow.`, evidence)
    return forTeam(`Radiotherapy in the records: ${names}. How much of the bone marrow it reached is for the trial team to say.`, evidence)
  },
})

/** One of these, or many fields, may reach a quarter. */
const LARGE = /pelvi|sacr|whole[- ]spine|cranio-?spinal|hemibody|total body|abdom|para-?aortic|mantle/i
const MANY = 3
const PATTERN =
  /(?:(?:prior|previous|wide field|wide-field|extensive|extended[- ]field) )*(?:external beam )?(?:radiation|radiotherapy|irradiation|irradiated|rt)(?: therapy)?(?: \([a-z]{2,5}\))?(?: (?:to|of|involving|which|that|has|been|affecting|for|with))*[ ,]*(?:≥|>=|>|more than|greater than|at least|over|exceeding)? ?(?:or equal to )?\d\d ?% ?of (?:the )?(?:total )?(?:active )?(?:bone )?marrow(?:[- ]bearing areas?)?|(?:≥|>=|>|more than|greater than)? ?\d\d ?% of (?:the )?(?:bone )?marrow (?:has|have|had)? ?(?:been )?(?:previously )?irradiated/g
