import { promptOf } from '../prompt.ts'

export const BIOMARKERS_VERSION = 'biomarkers-1'
export const BIOMARKERS_PROMPT = promptOf(
  'Find every result of a gene test: variants found (pathogenic: positive), variants of uncertain significance (vus), and genes expressly reported negative. A gene on the list of a panel is no result.',
  '{"page": 1, "quote": "…", "gene": "PIK3CA", "variant": "H1047R", "result": "positive|negative|vus", "origin": "somatic|germline", "date": "2025-02-11"}',
)
