/**
 * For a text without any heading: the place of the first exclusion, when the text clearly turns from what is asked to what keeps out
 * ("… ECOG 0-1 · Signed consent · Active infection · Known HIV …"). -1 where it does not, or not clearly.
 */
export function turnOfUnheaded(words: readonly string[]): number {
  if (words.length < 6) return -1
  const signs = words.map((one) => (KEEPS_OUT.test(one.replace(WHO, '')) ? 1 : LETS_IN.test(one) ? -1 : 0))
  let best = { at: -1, score: 0 }
  for (let at = 2; at <= words.length - 3; at++) {
    if ((signs[at] ?? 0) < 1) continue
    const after = signs.slice(at)
    const before = signs.slice(0, at)
    const share = after.filter((sign) => sign > 0).length / after.length
    const early = before.filter((sign) => sign > 0).length / before.length
    if (share < 0.6 || early > 0.2 || after.filter((sign) => sign < 0).length / after.length > 0.15) continue
    if (share - early > best.score) best = { at, score: share - early }
  }
  return best.at
}

/** "Patients who have had …", "Has a …" */
const WHO =
  /^[\s*•-]*(?:the )?(?:(?:female |male )?(?:patients?|participants?|subjects?|individuals?|women|men|persons?)\b[\s,]*(?:(?:who|that|with|is|are|has|have|had|was|were) )+|(?:has|have|is|are) )(?:(?:an?|any|the|had|been|not|is|are|has|have) )*/i
const KEEPS_OUT =
  /^(?:known\b|history of|active\b|prior\b|previous(?:ly)?\b|concurrent|concomitant|uncontrolled|pregnan|lactating|breast-?feeding|symptomatic|any (?:other|severe|serious|active|uncontrolled)|current(?:ly)?\b|major surgery|diagnosis of any other|persist|positive (?:for )?(?:hiv|hbv|hepatitis)|positive hbv|administration of|clinically significant|severe\b|serious\b|unstable|significant\b|inability|hypersensitivity|allerg|evidence of (?:active|cns|brain|interstitial|another|other|uncontrolled|significant)|cns metastas|brain metastas|receiving|treatment with|use of|presence of|other (?:malignan|serious|active)|second malignan|unresolved|myocardial|congestive|infection|experienced|undergone|receiv(?:ed|ing)\b|participat|on supplemental|expected to require|chemotherapy|immunodeficiency)/i
const LETS_IN =
  /^(?:age|aged|adult|histolog|cytolog|patholog|measurable|ecog|karnofsky|adequate|life expectancy|signed|written|informed consent|able|willing|ability|normal|must|women|men|patients? (?:must|with)|minimum age|at least|documented|confirmed|hemoglobin|platelets?|absolute neutrophil)/i
