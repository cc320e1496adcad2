import { matchesOf } from '../../codes/matches-of.ts'
import { knownMetastases } from '../disease-extent.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'

const SITES = {
  liver: ['liver'],
  lung: ['lung'],
  bone: ['bone'],
  pleura: ['pleura'],
  peritoneum: ['peritoneum'],
  skin: ['skin'],
  'lymph nodes': ['lymph-node'],
  'adrenal gland': ['adrenal'],
} as const
type Site = keyof typeof SITES
/** `elsewhere`: in any place but these. */
type Asked = { sites: Site[]; elsewhere?: true }

export const hasMetastasesInOrgan = defineKind<Asked>({
  name: 'has-metastases-in-organ',
  reads: 'Metastases in a named organ: liver, lung, bone, pleura, peritoneum, skin, lymph nodes, adrenal gland.',
  source: 'profile: metastases; a list of sites that does not name the organ counts as "not so"',
  triggers: /metasta|mets\b/,
  find: ({ text }) =>
    matchesOf(text, PATTERN)
      .filter((match) => isAsked(text, match))
      .map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        params: { sites: WORDS.filter(([pattern]) => pattern.test(match[0])).map(([, site]) => site) },
      })),
  asks: ({ sites, elsewhere }) => (elsewhere ? `metastases beyond ${sites.join(' or ')}` : `metastases in ${sites.join(' or ')}`),
  judge({ sites, elsewhere = false }, { profile }) {
    const asked: readonly string[] = sites.flatMap((site) => [...SITES[site]])
    const known = knownMetastases(profile)
    const found = known.filter(({ site }) => asked.includes(site) !== elsewhere)
    if (found.length > 0)
      return yes(
        `The records show metastases in ${[...new Set(found.map(({ site }) => site.replace('-', ' ')))].join(', ')}.`,
        found.flatMap(({ evidence }) => evidence),
      )
    const suspected = profile.metastases.filter(({ site, status }) => asked.includes(site) && status === 'suspected')
    if (suspected.length > 0 || known.length === 0)
      return missing(
        suspected.length > 0
          ? 'Metastases there are suspected in the records and not settled.'
          : 'The records name no sites of metastases.',
        `site:${sites[0]}`,
        `Did a scan show metastases in ${sites.join(' or ')}?`,
        suspected.flatMap(({ evidence }) => evidence),
      )
    return no(
      `The sites of metastases in the records are ${[...new Set(known.map(({ site }) => site.replace('-', ' ')))].join(', ')}.`,
      known.flatMap(({ evidence }) => evidence),
    )
  },
})

/** New metastases are of later, and limits relaxed for people with metastases are of the laboratory. */
const isAsked = (text: string, { index, 0: words }: RegExpMatchArray): boolean =>
  !/\bnon-? ?$|\bfractures? [^.;]{0,24}$/.test(text.slice(Math.max(0, (index ?? 0) - 40), index ?? 0)) &&
  !/\b(?:new(?:ly)?|only)\b[^.;]{0,24}$/.test(text.slice(Math.max(0, (index ?? 0) - 40), index ?? 0)) &&
  !/^[^.;]{0,40}(?:uln|upper limit|[≤≥<>] ?\d)/.test(text.slice((index ?? 0) + words.length, (index ?? 0) + words.length + 60))

const WORDS: readonly [RegExp, Site][] = [
  [/liver|hepatic/, 'liver'],
  [/lung|pulmonary/, 'lung'],
  [/bone|osseous|skelet/, 'bone'],
  [/pleura/, 'pleura'],
  [/periton/, 'peritoneum'],
  [/skin|cutaneous/, 'skin'],
  [/node|nodal/, 'lymph nodes'],
  [/adrenal/, 'adrenal gland'],
]
const ORGAN =
  '(?:liver|hepatic|lung|pulmonary|bone|osseous|skeletal|pleural|peritoneal|cutaneous|skin|distant (?:lymph )?nod(?:e|al)|adrenal)'
const PATTERN = new RegExp(
  String.raw`\b(?:(?:known|any|presence of|evidence of|history of|documented|measurable|extensive|multiple|at least one) )*${ORGAN}(?:(?:,? ?(?:and\/or|or|and) |, ?| ?\/ ?)${ORGAN})* (?:metasta(?:s[ei]s|tic (?:disease|lesions?))|mets\b)(?! (?:are|is) (?:present|allowed|permitted))|\bmetasta(?:s[ei]s|tic (?:disease|lesions?)) (?:to|in|of|involving) (?:the )?(?:liver|lungs?|bones?|pleura|peritoneum|skin|adrenal glands?|lymph nodes?)(?: (?:or|and) (?:the )?(?:liver|lungs?|bones?))*`,
  'g',
)
