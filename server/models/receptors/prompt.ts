import { promptOf } from '../prompt.ts'

export const RECEPTORS_VERSION = 'receptors-1'
export const RECEPTORS_PROMPT = promptOf(
  'Find every result of estrogen receptor (ER), progesterone receptor (PR) and HER2, one statement for each specimen and quote.',
  '{"page": 1, "quote": "…", "specimen": "left breast core biopsy", "date": "2024-03-18", "er": {"status": "positive|low-positive|negative", "percent": 95}, "pr": {…}, "her2": {"status": "negative|ultralow|low|equivocal|positive", "ihc": "0|1+|2+|3+", "ish": "amplified|not-amplified|equivocal"}}',
)
