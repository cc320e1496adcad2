/** What the radiation is called, from its own words, the sentence, then the head of the document. */
export function techniqueOf(words: string, sentence: string, head: string): { name: string; isBoost: boolean } {
  const isBoost = /\bboost\b/i.test(words)
  for (const text of [words, sentence, head]) {
    for (const [name, pattern] of TECHNIQUES)
      if (pattern.test(text)) return { name: isBoost && !/boost/.test(name) ? 'boost' : name, isBoost }
  }
  return { name: isBoost ? 'boost' : 'radiotherapy', isBoost }
}

const TECHNIQUES: readonly (readonly [string, RegExp])[] = [
  ['stereotactic radiosurgery', /\bSRS\b|\bGK(?:RS|SR?)\b|radiosurgery|gamma ?knife|cyber ?knife/i],
  ['whole brain radiotherapy', /\bWBRT\b|whole[- ]brain/i],
  ['stereotactic body radiotherapy', /\bSBRT\b|\bSABR\b|stereotactic (?:body|ablative)/i],
  ['post-mastectomy radiotherapy', /\bPMRT\b|post-?mastectomy/i],
  ['lumpectomy boost', /\bboost\b[^.;]{0,30}(?:cavity|bed|lumpectomy)|(?:cavity|bed|lumpectomy)[^.;]{0,15}boost/i],
  ['whole breast + regional nodal irradiation', /breast[^.;]{0,30}(?:\+|and|&|with)[^.;]{0,20}(?:SCV|IMN|RNI|regional|nodal|supraclav)/i],
  ['whole breast irradiation', /\bwhole[- ]breast\b|\bWBI\b|\bbreast\b(?=[^.;]{0,40}\bGy\b)/i],
  ['palliative radiotherapy', /palliat/i],
  ['radioembolization', /\bY-?90\b|radioemboli[sz]ation|\bSIRT\b|\bTARE\b/i],
  ['brachytherapy', /brachytherapy/i],
]
