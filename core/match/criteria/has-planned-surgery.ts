import { matchesOf } from '../../codes/matches-of.ts'
import { no } from '../findings.ts'
import { defineKind } from '../kind.ts'

export const hasPlannedSurgery = defineKind<null>({
  name: 'has-planned-surgery',
  reads: 'A major operation foreseen during the study: "anticipation of the need for major surgery during the study".',
  source: 'Plans of treatment in the records; none is counted as given',
  triggers: /surg|operation/,
  find: ({ text }) => matchesOf(text, PATTERN).map((match) => ({ start: match.index, end: match.index + match[0].length, params: null })),
  judge: (_asked, { profile }) =>
    no('No major operation during the study is foreseen in the records; confirm.', profile.treatments.at(-1)?.evidence.slice(0, 1), {
      bySilence: true,
    }),
})

const PATTERN =
  /(?:\b(?:or|an?|the|any|patients?|participants?|who|may|are|is)\s)*(?:anticipat\w+|planned|expected|scheduled|foreseen|likely to (?:require|need)|plan(?:s|ning)?|requirement|require|need)\b(?: (?:for|of|of the|to|an?|the|need|requirement|undergo|have|requiring|in|any|elective|requires?))*(?: ?(?:major|elective|significant))? (?:surgery|surgical procedures?|surgical interventions?|operations?)(?: (?:procedures?|during|in|within|while|over|for|throughout|before|prior)\b[^.;,()]{0,70})?/g
