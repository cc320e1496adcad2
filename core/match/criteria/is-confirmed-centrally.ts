import { matchesOf } from '../../codes/matches-of.ts'
import { answered } from '../answered.ts'
import { missing } from '../findings.ts'
import { defineKind } from '../kind.ts'

export const isConfirmedCentrally = defineKind<null>({
  name: 'is-confirmed-centrally',
  reads: "A result that the trial's own central laboratory must confirm, which no record of a hospital can show.",
  source: 'trial protocols: central confirmation happens at screening',
  triggers: /central/,
  find: ({ text }) => matchesOf(text, PATTERN).map((match) => ({ start: match.index, end: match.index + match[0].length, params: null })),
  judge(_, { profile, trial }) {
    const key = `central-test:${trial.id}`
    return (
      answered(profile, key, {
        yes: 'The central laboratory of the trial confirmed it.',
        no: 'The central laboratory of the trial did not confirm it.',
      }) ??
      missing(
        'The trial tests this again in its own central laboratory; that result is not in the records.',
        key,
        'The trial tests a tumour sample in its central laboratory. Did that test confirm the result?',
      )
    )
  },
})

const PATTERN =
  /\b(?:(?:as |based on |valid |results? |from |determined |confirmed |assessed |by |a |the |local or |of )*(?:central(?:ized|ised|ly)?)[- ](?:lab(?:oratory)?(?: results?)?|confirmed|confirmation|testing|tested|pathology(?: review)?|determined|assessed|review(?:ed)?|assessment|analysis|evaluation|documented|ihc)(?: (?:result|results|testing|of tumou?r tissue|review))*|(?:determined|confirmed|tested|assessed|documented) centrally)\b/g
