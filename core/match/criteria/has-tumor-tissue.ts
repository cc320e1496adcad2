import { forTeam, missing } from '../findings.ts'
import { defineKind } from '../kind.ts'

type Asked = { willing: boolean }

export const hasTumorTissue = defineKind<Asked>({
  name: 'has-tumor-tissue',
  reads: 'Tumour tissue, archived or from a new biopsy, that is at hand or that the person agrees to give.',
  source: 'Pathology departments keep blocks; what is left of one stands in no record',
  find({ text }) {
    if (!/tissue|biops|specimen|block|slides|ffpe|archiv|tumou?r sample/.test(text)) return []
    return [...text.matchAll(PATTERN)]
      .filter(([words]) => !/will (?:also )?be (?:collected|obtained|requested)/.test(words))
      .map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        params: { willing: /willing|agree|consent|accept|undergo|amenable|unable to provide|refus/.test(match[0]) },
      }))
  },
  judge({ willing }, { profile }) {
    if (willing) return forTeam('A biopsy or the use of your tissue is agreed between you and the trial team.')
    const specimen = profile.receptors.at(-1)
    return missing(
      specimen
        ? `A specimen is on record (${specimen.specimen}${specimen.date ? `, ${specimen.date}` : ''}); whether enough tissue is left is not.`
        : 'Whether tumour tissue is stored is not in the records.',
      'tissue',
      'Does the pathology department still hold tissue of your tumour?',
      specimen?.evidence,
    )
  },
})

const TISSUE = String.raw`(?:(?:archival|archived|fresh|tumou?r|formalin[- ]fixed|paraffin[- ]embedded|ffpe|representative|adequate|sufficient|available|newly|obtained|baseline|recent|primary|metastatic|additional|evaluable|viable|diagnostic|biopsy|core|biopsied|frozen|pre-?treatment|mandatory|new|repeat|tissue|unstained|histological|pathological|screening|research|most recent|and\/or|or|the|of|a|an|from|,|\(ffpe\)) ?)*(?:tumou?r (?:tissue|samples?|specimens?|blocks?|material|biops(?:y|ies))|tissue(?: (?:samples?|specimens?|blocks?|material|biops(?:y|ies)))?|biops(?:y|ies)(?: (?:samples?|specimens?|tissue|material))?|paraffin blocks?|unstained slides|ffpe (?:tissue|blocks?|samples?|slides))`
const PATTERN = new RegExp(
  String.raw`(?:\b(?:has|have|must|be|is|are|should|able|ability|willing|willingness|unwilling|unable|agree\w*|consent\w*|accept|to|the|and|for|a|an|availability|available|provide[ds]?|providing|provision|submi\w+|undergo|undergoing|allow|collection|access|sufficient|adequate|enough|mandatory|of|amenable|suitable|accessible|patients?|participants?|subjects?|who|with|disease|lesions?|safely|any|in|if|presence|possible|or|existence|patient's|amount|quantity|quality|required|requires?|need|needed|permit|donat\w+)\s){1,18}${TISSUE}(?:\([^()]{0,200}\)|[^.;()]|\.(?=\d)){0,300}`,
  'g',
)
