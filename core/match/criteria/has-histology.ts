import { matchesOf } from '../../codes/matches-of.ts'
import { breastCancers } from '../disease-extent.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'

const SORTS = {
  inflammatory: /inflammatory/i,
  lobular: /lobular/i,
  ductal: /ductal|no special type|nst\b/i,
  metaplastic: /metaplastic/i,
  'of the other breast too': /^$/,
} as const
type Sort = keyof typeof SORTS

export const hasHistology = defineKind<{ sort: Sort }>({
  name: 'has-histology',
  reads: 'Inflammatory, lobular, ductal, metaplastic or bilateral breast cancer.',
  source: 'profile: cancers, stages (T4d is inflammatory)',
  triggers: /inflammatory|lobular|ductal|metaplastic|bilateral/,
  find: ({ text }) =>
    matchesOf(text, PATTERN).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      params: { sort: sortOf(match[0]) },
    })),
  asks: ({ sort }) => (sort === 'of the other breast too' ? 'cancer in both breasts' : `${sort} breast cancer`),
  judge({ sort }, { profile }) {
    const cancers = breastCancers(profile)
    const evidence = cancers.flatMap((one) => one.evidence)
    if (cancers.length === 0)
      return missing('No report of the diagnosis was found.', 'diagnosis', 'Which cancer was found, and do you have the pathology report?')
    if (sort === 'of the other breast too') {
      const sides = new Set(cancers.map(({ laterality }) => laterality))
      return sides.has('bilateral') || (sides.has('left') && sides.has('right'))
        ? yes('The records show cancer in both breasts.', evidence)
        : no('The records show cancer in one breast.', evidence)
    }
    const is =
      cancers.some(({ histology }) => SORTS[sort].test(histology ?? '')) ||
      (sort === 'inflammatory' && profile.stages.some(({ t }) => /T4d/i.test(t ?? '')))
    if (is) return yes(`The records show ${sort} breast cancer.`, evidence)
    if (cancers.every(({ histology }) => histology === undefined))
      return missing(
        'The records do not name the type of breast cancer.',
        'histology',
        'Which type of breast cancer does the pathology report name?',
        evidence,
      )
    return no(
      `The records show ${cancers
        .map(({ histology }) => histology)
        .filter(Boolean)
        .join(', ')}.`,
      evidence,
    )
  },
})

const PATTERN =
  /\b(?:(?:invasive|infiltrating|known|synchronous|primary|locally advanced) )*(?:inflammatory(?= (?:breast|carcinoma|disease of the breast|bc\b))|lobular|ductal|metaplastic|bilateral)(?: (?:invasive|primary|synchronous))?(?: (?:breast )?(?:cancers?|carcinomas?|histology|disease))(?: of the breast)?/g
const sortOf = (words: string): Sort =>
  /inflammatory/.test(words)
    ? 'inflammatory'
    : /lobular/.test(words)
      ? 'lobular'
      : /metaplastic/.test(words)
        ? 'metaplastic'
        : /bilateral/.test(words)
          ? 'of the other breast too'
          : 'ductal'
