import { promptOf } from '../prompt.ts'

export const TREATMENTS_VERSION = 'treatments-1'
export const TREATMENTS_PROMPT = promptOf(
  'Find every systemic cancer treatment that was given: drugs given together are one statement. Not surgery, not radiation, not supportive medicines.',
  '{"page": 1, "quote": "…", "drugs": ["palbociclib", "letrozole"], "start": "2023-06", "end": "2025-01", "setting": "neoadjuvant|adjuvant|metastatic", "stopped": "progression|toxicity|completed|choice"}',
)
