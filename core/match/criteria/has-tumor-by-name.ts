import { knownMetastases } from '../disease-extent.ts'
import { missing, no } from '../findings.ts'
import { ask, leftOverKind } from '../left-over/left-over-kind.ts'
import { unmentioned } from '../silence.ts'

export const hasTumorByName = leftOverKind({
  name: 'has-tumor-by-name',
  reads:
    'Another tumour by its name ("uterine carcinosarcoma"), or metastases in a place that is seldom asked for ("cardiac metastases"), looked for among cancers and metastases.',
  source: 'profile: cancers, metastases, conditions; a history that names no such tumour counts as "not so"',
  heads: ['tumour'],
  beside: false,
  judge(asked, { profile }) {
    const { said, words } = asked
    const { key, question } = ask(asked)
    const stems = words.split(' ').flatMap((word) => (word.length >= 4 ? [word.replace(/[^a-z]/g, '').slice(0, 9)] : []))
    const isOf = (name: string) =>
      name
        .toLowerCase()
        .split(/[^a-z]+/)
        .some((word) => stems.includes(word.slice(0, 9)))
    if (METASTASES.test(words)) {
      const sites = knownMetastases(profile)
      const near = sites.filter(({ site }) => isOf(site))
      if (!PLACES.test(words) || near.length > 0 || sites.length === 0)
        return missing(
          `The trial asks about “${said}”. The records do not say.`,
          key,
          question,
          near.flatMap(({ evidence }) => evidence),
        )
      return no(
        `“${said}”: the sites of metastases in the records are ${[...new Set(sites.map(({ site }) => site.replace('-', ' ')))].join(', ')}.`,
        sites.flatMap(({ evidence }) => evidence),
      )
    }
    const recorded = [
      ...profile.cancers.map(({ site, histology, evidence }) => ({ name: `${histology ?? 'cancer'} (${site})`, evidence })),
      ...profile.conditions,
    ].filter(({ name }) => isOf(name))
    if (recorded.length > 0 || !ANOTHER.test(words) || OF_THE_TUMOUR.test(words))
      return missing(
        recorded.length > 0
          ? `Your records name ${recorded.map(({ name }) => name).join('; ')}; whether this is what the trial calls “${said}” is not recorded.`
          : `The trial asks about “${said}”. The records do not say.`,
        key,
        question,
        recorded.flatMap(({ evidence }) => evidence),
      )
    return unmentioned(profile, `“${said}”`, `history:${words}`, `Have you ever had this: “${said}”?`)
  },
})

const METASTASES = /metasta/
/** Organs that a list of sites names when they are reached; "distant", "non-liver" or "marrow" are no such place. */
const PLACES =
  /^(?:isolated |symptomatic |known )?(?:cardiac|heart|myocardial|ocular|intraocular|retinal|choroidal|uveal|orbital|splenic|spleen|pancreatic|pancreas|renal|kidney|thyroid|gastric|intestinal|bowel|bladder|muscle|muscular|pituitary|laryngeal|tracheal|testicular) /
/** Tumours that a history names as an illness of their own. */
const ANOTHER =
  /(?:sarcoma|blastoma|melanoma|lymphoma|leuk(?:a?)emia|myeloma|plasmacytoma|carcinosarcoma|glioma|mesothelioma|thymoma|cholangiocarcinoma|neuroendocrine|carcinoid|kaposi|ewing|merkel|wilms)/
/** How the tumour of the trial looks, or which part of it is meant. */
const OF_THE_TUMOUR = /differentiat|component|features|subtype|grade|stage|ductal|lobular|metaplastic|situ|mixed|histolog/
