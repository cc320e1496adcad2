import { matchesOf } from '../../codes/matches-of.ts'
import { no, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'

export const hasCancerOfAnotherOrgan = defineKind<{ organ: RegExp; words: string }>({
  name: 'has-cancer-of-another-organ',
  reads: 'Another cancer as the disease of the trial or of one of its groups: lung, colorectal, ovarian, prostate, pancreatic and so on.',
  source: 'profile: cancers',
  triggers:
    /small[- ]cell|lung|nsclc|sclc|mesotheli|colo|rectal|crc|ovar|fallopian|endometri|uter|cervi|prostat|crpc|pancrea|gastr|esophag|bladder|urothel|renal c|renal tum|rcc|hepatocell|hcc|biliary|cholangio|head (?:and|&) neck|hnscc|melanoma|glio|lymphom|leuk|myeloma|sarcoma|thyroid|merkel|neuroendocrine|thym|germ cell|mesothel|brain|cns\b|central nervous|rectum|dlbcl|ptcl|hgsoc|lgsoc|cscc|scchn|gej|eac\b|npc\b|desmoid|chordoma|pheochromo|paragangl|astrocyt|ependym|meningioma|pdac|crc\b|oral cavity|pharyn|laryn|salivary|squamous|gist|skin|anal\b|vulv|testic|genitourin|gynecolog|hcc|leiomyo/,
  find({ text }) {
    const named = matchesOf(text, PATTERN)
    // "… NSCLC, ovarian, and prostate": the last organ of a list of cancers.
    const last =
      named.length > 1
        ? matchesOf(text, LAST).filter(({ index }) => !named.some((one) => one.index <= index && index < one.index + one[0].length))
        : []
    return [...named, ...last].flatMap((match) => {
      const organ = ORGANS.find(([pattern]) => pattern.test(match[0]))
      return organ ? [{ start: match.index, end: match.index + match[0].length, params: { organ: organ[1], words: match[0] } }] : []
    })
  },
  judge({ organ, words }, { profile }) {
    const found = profile.cancers.filter(({ site, histology }) => organ.test(`${site} ${histology ?? ''}`))
    if (found.length > 0)
      return yes(
        `The records show ${found.map(({ site }) => site).join(', ')}.`,
        found.flatMap(({ evidence }) => evidence),
      )
    return no(
      `${SHORT.test(words) ? words.replace(/(?<!^c)[a-z]/g, (c) => c.toUpperCase()).replace(/^CC/, 'cc') : words.replace(/^./, (c) => c.toUpperCase())}: not among the cancers in the records.`,
      profile.cancers.flatMap(({ evidence }) => evidence),
    )
  },
})

/** Names written in capitals. */
const SHORT =
  /^(?:nsclc|sclc|hnscc|scchn|eoc|escc|gbm|tcc|ccrcc|mibc|cca|btc|pdac|gejc?|m?crpc|crc|hcc|rcc|gist|hgsoc|lgsoc|cscc|dlbcl|ptcl|ctcl|npc)$/

const ORGANS: readonly [pattern: RegExp, site: RegExp][] = [
  [/lung|nsclc|sclc|mesotheli/, /lung|mesotheli/i],
  [/small[- ]cell/, /small[- ]cell/i],
  [/colo|rectal|\bcrc\b|colon/, /colon|rect/i],
  [/ovar|fallopian|peritoneal|\beoc\b|hgsoc|lgsoc/, /ovar|fallopian|peritone/i],
  [/endometri|uter|cervi/, /uter|endometr|cervi/i],
  [/prostat|crpc/, /prostat/i],
  [/pancrea|pdac/, /pancrea/i],
  [/gastr|stomach|esophag|oesophag|gej|escc|\beac\b/, /stomach|gastric|esophag/i],
  [/bladder|urothel|tcc|mibc/, /bladder|urothel/i],
  [/kidney|renal|rcc/, /kidney|renal/i],
  [/hepatocell|hcc|biliary|btc|\bcca\b|cholangio|liver cancer/, /liver|hepato|biliary|cholangio/i],
  [/head (?:and|&) neck|hnscc|scchn|pharyn|laryn|salivary|oral cavity|\bnpc\b/, /head|neck|phary|laryn|salivary|oral/i],
  [/melanoma/, /melanoma/i],
  [/glio|gbm|brain|cns|central nervous|neuroblastoma|medullobl|astrocyt|ependym|meningioma/, /glio|brain|astrocyt|mening|neuroblast/i],
  [/lymphom|leuk|myeloma|hematolog|haematolog|myelodys|\baml\b|\bcll\b|dlbcl|ptcl|ctcl/, /lymphom|leuk|myelom|myelodys/i],
  [/sarcoma|gist|desmoid|\bmpnst\b|chordoma/, /sarcoma|desmoid|chordoma/i],
  [/thyroid/, /thyroid/i],
  [
    /merkel|squamous cell|cscc|\bskin\b|cutaneous|anal|vulv|penile|thym|germ cell|testic|neuroendocrine|carcinoid|adrenocort|pheochromo|paragangl/,
    /merkel|anal|vulv|thym|germ|testic|neuroendo|carcinoid/i,
  ],
]
const ORGAN = String.raw`(?:(?:non-?)?small[- ]cell lung|(?:extra-?pulmonary )?small[- ]cell|lung|colorectal|colon(?: or rectal)?|rectal|ovarian|epithelial ovarian|fallopian tube|primary peritoneal|endometrial|uterine|cervical|(?:castration[- ]resistant )?prostate|pancreatic|gastric|stomach|(?:gastro-?)?(?:o?esophageal)(?: junction)?|esophagogastric|gastrointestinal|bladder|urothelial|renal cell|kidney|hepatocellular|biliary(?: tract)?|head (?:and|&) neck(?: squamous cell)?|thyroid|merkel cell|neuroendocrine|thymic|germ cell|testicular|anal|mesothelial|vulvar|urinary tract|genitourinary|gynecologic(?:al)?|salivary gland|skin|soft tissue|nasopharyngeal|oropharyngeal|hypopharyngeal|laryngeal|oral cavity|upper tract urothelial|cutaneous(?: squamous(?: cell)?)?|penile|adrenocortical|(?:primary )?(?:brain|cns|central nervous system(?: \(cns\))?)|hematologic(?:al)?|haematologic(?:al)?|bile duct|ampullary|appendiceal|colon and rectum)`
const CANCER = String.raw`(?: (?:squamous cell |adeno|ductal |clear cell |primary )*(?:cancers?|carcinomas?|adenocarcinomas?|tumou?rs?|malignanc(?:y|ies)|sarcomas?))`
const PATTERN = new RegExp(
  String.raw`\b(?:(?:platinum[- ]resistant|high[- ]grade|serous) )*(?:${ORGAN}${CANCER}(?: ?\([a-z/-]{2,8}\))?|${ORGAN}(?=,? (?:or |and )?(?:${ORGAN}|breast))|renal (?:cancers?|carcinomas?|tumou?rs?)|melanoma|mesothelioma|glioblastoma(?: multiforme)?|glioma|cholangiocarcinoma|(?:non-?hodgkin'?s? |hodgkin'?s? |b-cell |t-cell )?lymphomas?|(?:acute |chronic )?(?:myeloid |lymphocytic |lymphoblastic )?leuka?emias?|multiple myeloma|(?<!rat )(?:soft tissue |osteo-?|ewing )?sarcomas?(?! viral)|nsclc|sclc|hnscc|scchn|eoc|escc|gbm|tcc|ccrcc|mibc|cca|btc|pdac|gejc?|uveal melanoma|mcrpc|crpc|crc|hcc|rcc|gist|(?:high-?grade |low-?grade )?serous ovarian (?:cancers?|carcinomas?)|hgsoc|lgsoc|cscc|dlbcl|ptcl|ctcl|gbm|npc|ptcl|desmoid tumou?rs?|chordoma|angiosarcoma|leiomyosarcoma|liposarcoma|astrocytoma|ependymoma|meningioma|medulloblastoma|pheochromocytoma|paraganglioma|(?:adenocarcinoma|carcinoma|cancer) of the (?:pancreas|colon|rectum|stomach|bladder|prostate|lung|kidney|esophagus|gastroesophageal junction|ovary|cervix|head and neck|oropharynx|larynx|hypopharynx)|primary (?:malignanc(?:y|ies)|tumou?rs?|cancers?) of the (?:central nervous system|brain)|(?:primary )?cns \(central nervous system\) tumou?rs?|cancer of the (?:ovary|lung|colon|prostate|pancreas))\b`,
  'g',
)
const LAST = new RegExp(String.raw`(?<=, |\b(?:and|or) )${ORGAN}(?=\s*(?:[.;)]|$))`, 'g')
