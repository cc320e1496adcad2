import { no, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'

export const hasCancerOfAnotherOrgan = defineKind<{ organ: RegExp; words: string }>({
  name: 'has-cancer-of-another-organ',
  reads: 'Another cancer as the disease of the trial or of one of its groups: lung, colorectal, ovarian, prostate, pancreatic and so on.',
  source: 'profile: cancers',
  find: ({ text }) =>
    GUARD.test(text)
      ? [...text.matchAll(PATTERN)].flatMap((match) => {
          const organ = ORGANS.find(([pattern]) => pattern.test(match[0]))
          return organ ? [{ start: match.index, end: match.index + match[0].length, params: { organ: organ[1], words: match[0] } }] : []
        })
      : [],
  judge({ organ, words }, { profile }) {
    const found = profile.cancers.filter(({ site, histology }) => organ.test(`${site} ${histology ?? ''}`))
    if (found.length > 0)
      return yes(
        `The records show ${found.map(({ site }) => site).join(', ')}.`,
        found.flatMap(({ evidence }) => evidence),
      )
    return no(
      `${words.replace(/^./, (c) => c.toUpperCase())} is not among the cancers in the records.`,
      profile.cancers.flatMap(({ evidence }) => evidence),
    )
  },
})

const ORGANS: readonly [pattern: RegExp, site: RegExp][] = [
  [/lung|nsclc|sclc|mesotheli/, /lung|mesotheli/i],
  [/colo|rectal|\bcrc\b|colon/, /colon|rect/i],
  [/ovar|fallopian|peritoneal|\beoc\b/, /ovar|fallopian|peritone/i],
  [/endometri|uter|cervi/, /uter|endometr|cervi/i],
  [/prostat|crpc/, /prostat/i],
  [/pancrea|pdac/, /pancrea/i],
  [/gastr|stomach|esophag|oesophag|gej|escc/, /stomach|gastric|esophag/i],
  [/bladder|urothel|tcc|mibc/, /bladder|urothel/i],
  [/kidney|renal cell|rcc/, /kidney|renal/i],
  [/hepatocell|hcc|biliary|btc|\bcca\b|cholangio|liver cancer/, /liver|hepato|biliary|cholangio/i],
  [/head and neck|hnscc|scchn|oropharyn|nasopharyn|laryn|salivary/, /head|neck|phary|laryn|salivary/i],
  [/melanoma/, /melanoma/i],
  [/glio|gbm|brain tumo|cns tumo|neuroblastoma|medullobl/, /glio|brain/i],
  [/lymphom|leuk|myeloma|hematolog|haematolog|myelodys|aml|cll/, /lymphom|leuk|myelom|myelodys/i],
  [/sarcoma|gist/, /sarcoma/i],
  [/thyroid/, /thyroid/i],
  [
    /merkel|squamous cell (?:carcinoma|cancer) of|cutaneous|anal|vulv|penile|thym|germ cell|testic|neuroendocrine|carcinoid|adrenocort/,
    /merkel|anal|vulv|thym|germ|testic|neuroendo|carcinoid/i,
  ],
]
const GUARD =
  /lung|nsclc|sclc|mesotheli|colo|rectal|crc|ovar|fallopian|endometri|uter|cervi|prostat|crpc|pancrea|gastr|esophag|bladder|urothel|renal cell|rcc|hepatocell|hcc|biliary|cholangio|head and neck|hnscc|melanoma|glio|lymphom|leuk|myeloma|sarcoma|thyroid|merkel|neuroendocrine|thym|germ cell|mesothel/
const ORGAN = String.raw`(?:(?:non-?)?small[- ]cell lung|lung|colorectal|colon(?: or rectal)?|rectal|ovarian|epithelial ovarian|fallopian tube|primary peritoneal|endometrial|uterine|cervical|(?:castration[- ]resistant )?prostate|pancreatic|gastric|stomach|(?:gastro-?)?esophageal(?: junction)?|gastrointestinal|bladder|urothelial|renal cell|kidney|hepatocellular|biliary(?: tract)?|head and neck(?: squamous cell)?|thyroid|merkel cell|neuroendocrine|thymic|germ cell|testicular|anal|mesothelial|vulvar|urinary tract|genitourinary|gynecologic(?:al)?|salivary gland|skin|soft tissue)`
const CANCER = String.raw`(?: (?:squamous cell |adeno)?(?:cancers?|carcinomas?|adenocarcinomas?|tumou?rs?|malignanc(?:y|ies)|sarcomas?))`
const PATTERN = new RegExp(
  String.raw`\b(?:(?:platinum[- ]resistant|high[- ]grade|serous) )*(?:${ORGAN}${CANCER}(?: ?\([a-z/-]{2,8}\))?|${ORGAN}(?=,? (?:or |and )?(?:${ORGAN}|breast))|melanoma|mesothelioma|glioblastoma(?: multiforme)?|glioma|cholangiocarcinoma|(?:non-?hodgkin'?s? |hodgkin'?s? |b-cell |t-cell )?lymphomas?|(?:acute |chronic )?(?:myeloid |lymphocytic |lymphoblastic )?leuka?emias?|multiple myeloma|(?:soft tissue |osteo-?|ewing )?sarcomas?|nsclc|sclc|hnscc|scchn|eoc|escc|gbm|tcc|ccrcc|mibc|cca|btc|pdac|gejc?|uveal melanoma|mcrpc|crpc|crc|hcc|rcc|gist|cancer of the (?:ovary|lung|colon|prostate|pancreas))\b`,
  'g',
)
