import { matchesOf } from '../../codes/matches-of.ts'
import { daysBetween, type PartialDate } from '../../record/partial-date.ts'
import type { Profile } from '../../record/profile.ts'
import { answered } from '../answered.ts'
import { forTeam, missing, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'

/**
 * `fresh`: a new biopsy serves as well; `waived`: who has no tissue may take part; `amenable`: a lesion that can be biopsied; `ample`: more than
 * any block holds, or tissue of today; `stored`: what a department of pathology keeps is enough, or a new biopsy is made.
 */
type Asked = { willing: boolean; fresh?: boolean; waived?: boolean; amenable?: boolean; ample?: boolean; stored?: boolean }

export const hasTumorTissue = defineKind<Asked>({
  name: 'has-tumor-tissue',
  reads: 'Tumour tissue, archived or from a new biopsy, that is at hand or that the person agrees to give.',
  source: 'CAP: paraffin blocks are kept for ten years; what is left of one stands in no record, and is asked of the department',
  triggers: /tissue|biops|specimen|block|slides|ffpe|archiv|tumou?r sample/,
  find({ text }) {
    return matchesOf(text, PATTERN)
      .filter(
        ({ 0: words, index }) =>
          !(FOUND_IN.test(text.slice(Math.max(0, index - 90), index)) && !GIVEN.test(words)) &&
          !/will (?:also )?be (?:collected|obtained|requested)|every attempt|^(?:has|have|had|must|a|the|patients?|participants?|subjects?|who|\s)+biopsy[- ](?:confirm|prov)|biopsy confirmation/.test(
            words,
          ),
      )
      .map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        params: askedBy(match[0], text.slice(match.index)),
      }))
  },
  judge({ willing, fresh, waived, amenable, ample, stored }, { profile, asOf, keepsOut }) {
    const lesion = profile.metastases.find(
      ({ site, status }) =>
        site !== 'bone' && site !== 'brain' && (status === 'active' || status === 'stable') && isBiopsied(site, profile),
    )
    if (amenable && lesion) return yes(`The ${lesion.site} has been biopsied before.`, lesion.evidence)
    if (waived) return yes('Whoever has no tissue left may take part too; the trial team asks for it.', profile.receptors.at(-1)?.evidence)
    // Nobody is kept out for having tissue: such words are about something else.
    const block = ample || keepsOut ? undefined : storedBlock(profile, asOf)
    if (willing && !(stored && block)) return forTeam('A biopsy or the use of your tissue is agreed between you and the trial team.')
    const told = answered(profile, 'tissue', { yes: 'Tissue of the tumour is stored.', no: 'No tissue of the tumour is left.' })
    if (told) return told
    if (block)
      return yes(
        `A specimen is on record (${block.specimen}${block.date ? `, ${block.date}` : ''}), and departments of pathology keep such tissue; the trial team asks for it.`,
        block.evidence,
      )
    const specimen = profile.receptors.at(-1)
    if (fresh && lesion) return yes(`The ${lesion.site} has been biopsied before; its tissue or a new biopsy can be used.`, lesion.evidence)
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

/** The newest specimen that is surely still kept, and not of bone: acid that softens bone spoils what is tested in it. */
function storedBlock({ receptors }: Profile, asOf: PartialDate): Profile['receptors'][number] | undefined {
  return receptors.findLast(({ specimen, date }) => date !== undefined && daysBetween(date, asOf).most < KEPT && !OF_NO_USE.test(specimen))
}
const KEPT = 3652
const OF_NO_USE =
  /\bbone|iliac|ilium|vertebr|femur|femoral|rib\b|sternum|sacr|cytolog|fine[- ]needle|\bfna\b|fluid|effusion|blood|exhausted|insufficient/i

/** "An ESR1 mutation in ctDNA or tumour tissue": where a result was found, not tissue to be given. */
const FOUND_IN =
  /\b(?:mutat\w+|alterat\w+|amplif\w+|fusions?|variants?|deletions?|(?:over)?express\w+|positiv\w+|negativ\w+|deficien\w+|immunohistochem\w+|ihc|sequencing|ngs)\b[^.;:]{0,60}$/
const GIVEN =
  /\b(?:provi\w+|submi\w+|availab\w+|archiv\w+|willing\w*|consent\w*|agree\w*|undergo\w*|sufficient|adequate|amenable|accessible|collect\w*|block|slides)\b/

function askedBy(words: string, from: string): Asked {
  const willing = /willing|agree|consent|accept|undergo|unable to provide|refus/.test(words)
  const amenable = /amenable|accessible|feasible to biops|can be biopsied/.test(words)
  const fresh = /\b(?:or|and\/or|if)\b[^.;]{0,60}\b(?:fresh|new)\b|\bfresh\b[^.;]{0,30}\bor\b/.test(words)
  const waived =
    /(?:no |without |not have |not available)[^.;]{0,60}(?:tissue|sample|specimen|archival)[^.;]{0,160}(?:are|be|is|remain) (?:still )?(?:eligible|allowed|enrolled|permitted)/.test(
      from,
    )
  return {
    willing: (willing || amenable) && !waived,
    ...(fresh ? { fresh } : {}),
    ...(AMPLE.test(words) ? { ample: true } : {}),
    ...(/archiv\w+[^.;]{0,60}\bor\b[^.;]{0,40}(?:undergo|new|fresh|biops)/.test(words) && !/consent|willing|agree/.test(words)
      ? { stored: true }
      : {}),
    ...(waived ? { waived } : {}),
    ...(amenable && !willing ? { amenable } : {}),
  }
}

/** Tissue of today, or beside what was already used. */
const AMPLE =
  /\b(?:additional|same sample|sufficient|(?<!or |or a )fresh(?! or)|newly obtained|(?:at|during) screening|serial|frozen|obtained (?:after|at the time|within)|recent(?:ly)?|most recent|metastatic disease or later)\b/

/** True when tissue of this organ was looked at. */
const isBiopsied = (site: string, { receptors }: Profile) =>
  receptors.some(({ specimen }) => specimen.toLowerCase().includes(site.replace(/^lymph-node$/, 'node').replace(/-/g, ' ')))

const TISSUE = String.raw`(?:(?:archival|archived|fresh|tumou?r|formalin[- ]fixed|paraffin[- ]embedded|ffpe|representative|adequate|sufficient|available|newly|obtained|baseline|recent|primary|metastatic|additional|evaluable|viable|diagnostic|biopsy|core|biopsied|frozen|pre-?treatment|mandatory|new|repeat|tissue|unstained|histological|pathological|screening|research|most recent|and\/or|or|the|of|a|an|from|,|\(ffpe\)) ?)*(?:tumou?r (?:tissue|samples?|specimens?|blocks?|material|biops(?:y|ies))|tissue(?: (?:samples?|specimens?|blocks?|material|biops(?:y|ies)))?|biops(?:y|ies)(?: (?:samples?|specimens?|tissue|material))?|paraffin blocks?|unstained slides|ffpe (?:tissue|blocks?|samples?|slides))`
const PATTERN = new RegExp(
  String.raw`(?:\b(?:has|have|must|be|is|are|should|able|ability|willing|willingness|unwilling|unable|agree\w*|consent\w*|accept|to|the|and|for|a|an|availability|available|provide[ds]?|providing|provision|submi\w+|undergo|undergoing|allow|collection|access|sufficient|adequate|enough|mandatory|of|amenable|suitable|accessible|patients?|participants?|subjects?|who|with|disease|lesions?|safely|any|in|if|presence|possible|or|existence|patient's|amount|quantity|quality|required|requires?|need|needed|permit|donat\w+)\s){1,18}${TISSUE}(?:\([^()]{0,200}\)|[^.;()]|\.(?=\d)){0,300}`,
  'g',
)
