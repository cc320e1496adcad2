import type { FactValue } from '../../record/fact.ts'

type Treatment = FactValue<'treatment'>
export type Stopped = NonNullable<Treatment['stopped']>
export type Setting = NonNullable<Treatment['setting']>

/** Why the words around a treatment say it ended; undefined when they do not. `before` and `after` are the words on either side of it. */
export function stopReason(before: string, after: string, row = false): Stopped | undefined {
  if (row) return reasonColumn(after) ?? stopReason(before, after)
  const all = `${before} ~ ${after}`
  if (
    ENDED_BY_CHANGE.test(after) ||
    DASH_WORSE.test(after) ||
    THEN_WORSE.test(after) ||
    BRACKET_WORSE.test(after) ||
    (PROGRESSED_ON.test(before) && !LONG_AFTER.test(before)) ||
    (ENDS_WITH_ON.test(before) && WORSE_ON.test(before))
  )
    return 'progression'
  const stop = STOP.test(all)
  const last = lastStop(after)
  if (last !== undefined) {
    // what is told behind the stop is its reason, whatever else is told of the treatment before
    if (PROGRESSION.test(withoutDenied(last))) return 'progression'
    if (TOXICITY.test(last)) return 'toxicity'
    if (CHOICE.test(last)) return 'choice'
  }
  if (THEN_INTOLERANT.test(after)) return 'toxicity'
  if (stop && PROGRESSION.test(withoutDenied(all))) return 'progression'
  if (stop && TOXICITY.test(all)) return 'toxicity'
  if (stop && CHOICE.test(all)) return 'choice'
  if (COMPLETED_BEFORE.test(before) || (COMPLETED_AFTER.test(after) && !SO_FAR.test(after))) return 'completed'
  return undefined
}

/** The words behind the last word of stopping that gives a reason. */
function lastStop(after: string): string | undefined {
  const stops = [...after.matchAll(new RegExp(STOP.source, 'gi'))]
  const last = stops.at(-1)
  if (last === undefined || stops.length + [...after.matchAll(/\b(?:reduc|held|paus|interrupt)\w*/gi)].length < 2) return undefined
  const words = after.slice(last.index)
  return BECAUSE.test(words) ? words : undefined
}
const BECAUSE = /\b(?:as|because|due to|for|owing to|on account of|since|when|after)\b/i

/** Why something ended that day, from the other words of that day: "PD. STOP letrozole." */
export function reasonOfDay(words: string): Stopped | undefined {
  if (PROGRESSED_THAT_DAY.test(withoutDenied(words))) return 'progression'
  return GRADED.test(words) && TOXICITY.test(words) ? 'toxicity' : undefined
}
const PROGRESSED_THAT_DAY = /\b(?:PD|POD|progress(?:ed|ion|ive disease)|relapsed?)\b/
const GRADED = /\b(?:gr(?:ade)?\.? ?[234]|severe|cannot tolerate|intolerable)\b/i

const withoutDenied = (text: string) =>
  text
    .replace(/\b(?:no|not|without|not due to|not for|free of)\s+(?:\w+\s+){0,2}(?:progress\w*|PD|recurren\w*|relapse)/gi, '~')
    .replace(/progression[- ]free/gi, '~')

const WORSE =
  '(?:PD\\b|POD\\b|progress(?:ed|ion|ive disease|ing|es)\\b|relaps\\w+|recurren\\w+|recurred|disease growth|growth (?:in|of|at)\\b|grew\\b|grown\\b|(?:came|come|coming) back\\b|failure of (?:treatment|therapy)|treatment failure)'
const KIND_OF_PROGRESS =
  '(?:disease|clinical|radiographic|radiological|biochemical|rapid|systemic|visceral|tumou?r|bone|bony|liver|hepatic|lung|brain|CNS|nodal)'
const ENDED_BY_CHANGE = new RegExp(
  `^[^.;\\n]{0,110}?(?:->|→|=>|\\buntil\\b|\\btill\\b|\\bstopped (?:for|at|due to|because of|when|on)\\b|\\bdiscontinued (?:for|at|due to|because of|when|on)\\b|\\bd\\/c'?d? (?:for|at|due to)\\b|\\bthen\\b|\\bwith subsequent\\b|\\bstop reason:?|\\bended (?:for|at|due to|by)\\b|\\boff (?:for|at|due to)\\b|\\bat which (?:point|time)\\b|\\bwhereupon\\b|\\bafter which\\b|\\bowing to\\b|\\bon account of\\b|\\bbecause of\\b|\\b(?:terminated|ceased|halted|withdrawn|abandoned) (?:for|at|due to|because of|on|owing to)\\b|\\bwhen (?:she|he|there)\\b)\\s*(?:the\\s+)?(?:\\w+\\s+){0,6}?${WORSE}`,
  'i',
)
/** "elacestrant 345 mg - PD in liver", "– disease progression (peritoneum)" */
const DASH_WORSE = new RegExp(
  `^[^.;\\n]{0,70}?\\s[-–—]{1,2}\\s?(?:(?:due to|for|stopped|stopped for|with|at) )?(?:${KIND_OF_PROGRESS} ){0,2}${WORSE}`,
  'i',
)
/** Right after the last date: "6/2021-3/2022, PD", "(POD in liver)". */
const THEN_WORSE = new RegExp(
  `\\d\\)?[\\s,;:(–-]{1,4}(?:(?:when|as|after) (?:\\w+ ){1,3}(?:showed|revealed|demonstrated) )?(?:(?:stopped|d\\/c'?d?|due to|for|with|w\\/|at)\\s){0,3}(?:${KIND_OF_PROGRESS}\\s){0,2}${WORSE}`,
  'i',
)
/** Right behind the name: "palbociclib and letrozole (9 months, progression in liver)". */
const BRACKET_WORSE = new RegExp(`^\\s{0,2}\\((?:[^()]{0,40}[,;] )?(?:until |stopped for )?(?:${KIND_OF_PROGRESS}\\s){0,2}${WORSE}`, 'i')
/** Right after the last date: "9/2022-10/2022, intolerance". */
const THEN_INTOLERANT =
  /\d\)?[\s,;:(–-]{1,4}(?:(?:stopped|ceased|d\/c'?d?|due to|for|because of|unacceptable|drug) ){0,3}(?:intoleran\w+|toxicit\w+|side effects?|adverse (?:event|effect)s?|not tolerated)\b/i
const PROGRESSED_ON = new RegExp(
  `${WORSE}(?:\\s*\\([^)]{0,40}\\))?,?\\s*(?:\\w+\\s+){0,4}?(?:on|through|while on|after|during|despite|following)\\s*(?:\\w+\\s+){0,1}(?:\\d\\s?(?:st|nd|rd|th)?[- ]?(?:L|line)\\w*|first[- ]line|second[- ]line|third[- ]line)?\\s*(?:with|of|:)?\\s*(?:the|her|his)?\\s*$`,
  'i',
)
/** "relapse eight months after olaparib": it had ended. */
const LONG_AFTER = /\b(?:weeks?|months?|mo|years?|yrs?|y) (?:after|since|from|following)\s*(?:\w+\s){0,2}$/i
/** "recurrence of 33 mm on the MRI and a new deposit, on tucatinib" */
const ENDS_WITH_ON = /,\s(?:while )?on\s?$/i
const WORSE_ON = new RegExp(`${WORSE}[^.;]{1,120},\\s*(?:while )?on\\s*$`, 'i')
const PROGRESSION = new RegExp(
  `\\b${WORSE}|growing (?:again|in|disease)|got worse|spread|(?:new|bone|liver|lung|brain|distant|hepatic|osseous|visceral) (?:\\w+ ){0,2}(?:mets|metastas\\w+|lesions?)`,
  'i',
)
const STOP =
  /\b(?:stop(?:ped|s|ping)?|d\/c'?d?|dc'?d|discontinu\w+|quit|ceased?|given up|came off|taken off|off (?:treatment|drug|therapy|for\b|due to|because of)|ended|dropped|switched|changed (?:to|from)|plan closed|cancelled|abandoned|terminated)\b/i
const TOXICITY =
  /\b(?:toxicit\w+|intoleran\w+|not tolerat\w+|unable to tolerate|could ?n[o']t tolerate|side effects?|adverse|neuropathy|arthralgias?|myalgias?|neutropenia|thrombocytopenia|pneumonitis|ILD|interstitial lung|pulmonary embol\w+|thromboembol\w+|DVT|VTE|blood clots?|stroke|QTc? prolong\w+|mucositis|hand-foot|oedema|diarrhoea|anaemia|diarrh?ea|colitis|hepatitis|hepatotoxicity|transaminitis|elevated (?:LFTs?|liver)|rash|hypersensitivity|anaphyla\w+|reaction|cardiotoxicity|LVEF (?:drop|decline|fell)|(?:drop|decline|dip) in (?:LV)?EF|cardiomyopathy|heart failure|hyperglyc[a]?emia|mucositis|stomatitis|hot flashes|DVT|PE\b|thrombo\w+|endometrial|joint pains?|hurts?|pain|nausea|fatigue|QTc?F? (?:prolong\w+)|hand[- ]foot|HFS|PPE|cytopenias?|(?:coronary |vaso)?spasms?|vasospasm|angina|myocardial|infarction|arrhythmia|renal (?:toxicity|failure|impairment)|AKI|sepsis|weight loss|mouth (?:ulcers|sores)|keratopathy|keratitis|ocular|hypertension|bleeding|haemorrhage|hemorrhage|proteinuria|thyroiditis|hypophysitis|adrenalitis|nephritis|hepatic toxicity|infusion reactions?|oedema|edema|grade [34]|gr ?[34]|irAE|immune[- ]related)\b/i
const CHOICE =
  /\b(?:by (?:pt|patient)|(?:pt|patient|her|his|own) (?:own )?(?:choice|preference|decision|request|wish(?:es)?)|elected to|patient decided|chose to|declined further|insurance|cost|pregnan\w+|moved away|on (?:her|his) own|wanted (?:a|to)|wish(?:ed|es) to|decided (?:against|to stop|not to)|conceive|lost to follow)\b/i
const COMPLETED_BEFORE = /\b(?:complet(?:ed|ing|es|ion of)|finished|done with)\s+(?:all\s+)?(?:the\s+)?(?:(?:\w|-)+\s+){0,5}(?:of\s+)?$/i
const COMPLETED_AFTER =
  /^[^.;\n]{0,110}?\b(?:complet(?:ed|ion)(?! by\b)|finish(?:ed|ing)|full course|all (?:planned )?(?:cycles|doses)|continued to complete (?:a |one |1 )(?:full )?year)\b/i

/** In a table of treatments the reason stands in a column of its own. */
function reasonColumn(after: string): Stopped | undefined {
  const cells = after.split(/ {2,}|\t|\|/).map((cell) => cell.trim())
  for (const cell of cells) {
    if (cell.length > 90 || cell.length < 2) continue
    // remarks tell how it went; the last of them is how it ended
    const last =
      cell
        .split(/\.\s+|;\s*|\bthen\b|->|→/)
        .at(-1)
        ?.trim() ?? ''
    if (last !== cell && new RegExp(`^(?:due to |for |stopped (?:for|due to) )?(?:disease )?${WORSE}`, 'i').test(last)) return 'progression'
    if (cell.length > 60) continue
    if (new RegExp(`^(?:due to |for )?(?:disease )?${WORSE}`, 'i').test(cell)) return 'progression'
    if (new RegExp(`^(?:due to |for |unacceptable )?(?:drug )?(?:${TOXICITY.source})`, 'i').test(cell)) return 'toxicity'
    if (/^(?:(?:treatment|planned course|course|therapy) )?complet(?:ed|ion)(?: of .{0,30})?$/i.test(cell)) return 'completed'
    if (/^(?:patient|pt) (?:choice|preference|decision|request)/i.test(cell)) return 'choice'
  }
  return undefined
}

/** Cycles counted while treatment goes on. */
const SO_FAR =
  /\bha(?:s|ve) (?:now |already |so far |thus far )?completed (?:\d+|one|two|three|four|five|six) (?:cycles?|doses?|months?)|completed \d+ (?:cycles?|doses?) (?:so far|thus far|to date)/i

/** The setting that words beside a treatment name; undefined when they do not. */
export function settingWords(before: string, after: string): Setting | undefined {
  const near = before.slice(-60)
  if (/\b(?:neo-?adj(?:uvant)?|pre-?op(?:erative)?|induction)\b[^.;()]{0,40}$/i.test(near)) return 'neoadjuvant'
  if (/(?<!neo-?)\badj(?:uvant)?\b[^.;()]{0,40}$/i.test(near)) return 'adjuvant'
  if (lineWords(before, after) !== undefined || /\b(?:palliative|metastatic|MBC|stage IV)\b[^.;()]{0,30}$/i.test(near)) return 'metastatic'
  const next = after.slice(0, 50)
  if (
    /^[^.;]{0,60}\b(?:prior to|before|followed by|then) (?:a |an |her |his |the )?(?:(?:left|right|bilateral|definitive|breast) ){0,2}(?:mastectomy|lumpectomy|surgery|resection)\b/i.test(
      after,
    )
  )
    return 'neoadjuvant'
  if (/^(?:[^.;,]|\.(?=\d)){0,40}\bneo-?adj(?:uvant(?:ly)?)?\b/i.test(next)) return 'neoadjuvant'
  if (/^(?:[^.;,]|\.(?=\d)){0,40}(?<!neo-?)\badj(?:uvant(?:ly)?)?\b/i.test(next)) return 'adjuvant'
  return undefined
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']
const LINE =
  /(?:(?<!['’\d./])\b(\d{1,2})\s?L\b(?!\s*(?:mast|breast|lump|axill|ALND|SLN|BCT|chest|hip|femur|iliac|arm|lung|side|\.))|\b(\d)(?:st|nd|rd|th)[- ]line\b|\b(first|second|third|fourth|fifth|sixth|seventh|eighth)[- ]line\b|\bline (?:#\s?)?(\d{1,2})\b)/i
const LINE_BEFORE = new RegExp(`${LINE.source}[^.;\\n]{0,28}$`, 'i')
const LINE_AFTER = new RegExp(
  `^(?:[\\s(,-]{0,3}|[^;\\n]{0,60},\\s?|[^.;\\n]{0,50}\\s(?=as )|[^;\\n()]{0,60}\\(\\s?)(?:as |in |given )?(?:the )?(?:${LINE.source})(?=[^.;]{0,24}(?:[.;)\\n]|$))`,
  'i',
)

/** "since June, which is her second line of treatment for the metastases" */
const WHICH_LINE = new RegExp(`^[^.;\\n]{0,70}\\b(?:which|this) (?:is|was|counts as) (?:the |her |his )?(?:${LINE.source})`, 'i')

/** The line of therapy that words beside a treatment count, 1…15. */
export function lineWords(before: string, after: string): number | undefined {
  const match = LINE_BEFORE.exec(before) ?? LINE_AFTER.exec(after) ?? WHICH_LINE.exec(after)
  if (!match) return undefined
  const line = match[3] ? ORDINALS.indexOf(match[3].toLowerCase()) + 1 : Number(match[1] ?? match[2] ?? match[4])
  return line >= 1 && line <= 15 ? line : undefined
}

const BEST =
  /\bbest (?:overall )?response(?: was| of|:|=)?\s*((?:[a-z]+\s){0,3}?(?:CR|PR|SD|PD|complete|partial|stable|progressive)[A-Za-z/ ]{0,25})/i
const RESPONDED =
  /\b(?:good|excellent|near[- ]complete|complete|partial|major|minor|mixed) (?:clinical |radiographic |metabolic )?response\b/i

/** The best response in the words after a treatment, as written. */
export function bestResponse(after: string): string | undefined {
  const best = BEST.exec(after)
  if (best?.[1]) return best[1].trim()
  return RESPONDED.exec(after)?.[0]
}
