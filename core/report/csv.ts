import { listOf } from '../match/lists.ts'
import type { Evidence } from '../record/evidence.ts'
import type { MatchResult, TrialMatch } from '../record/match.ts'
import type { Verdict } from '../record/verdict.ts'
import { plainCriterion } from './plain-criterion.ts'

const COLUMNS = [
  'trial',
  'title',
  'status',
  'rank',
  'outcome',
  'list',
  'cohort',
  'nearest open site',
  'km',
  'section',
  'start',
  'end',
  'criterion',
  'verdict',
  'why unknown',
  'may pass from',
  'because',
  'words in the records',
  'would settle it',
  'kind',
] as const

/**
 * The result of matching for a trial team: one row a criterion (headings left out), trials in their order; limits that only the registry's own
 * fields name are rows of the section `registry`. RFC 4180 with CRLF and a byte order mark; no cell can start a formula in a spreadsheet.
 */
export function matchCsv(result: MatchResult): string {
  return `\ufeff${[COLUMNS, ...result.trials.flatMap(rowsOf)].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

type Cell = string | number | undefined

function rowsOf(match: TrialMatch): Cell[][] {
  const { trial, site } = match
  const place = site && [site.facility, site.city, site.state, site.country].filter(Boolean).join(', ')
  const km = site?.distanceKm === undefined ? undefined : Math.round(site.distanceKm)
  const head = [trial.id, trial.title, trial.status, match.rank, match.outcome, listOf(match), match.cohort, place, km]
  return [
    ...(match.registry ?? []).map((verdict) => [...head, 'registry', undefined, undefined, undefined, ...verdictCells(verdict)]),
    ...match.criteria
      .filter(({ criterion }) => !criterion.header)
      .map(({ criterion: { section, start, end, text }, verdict }) => [
        ...head,
        section,
        start,
        end,
        plainCriterion(text),
        ...verdictCells(verdict),
      ]),
  ]
}

function verdictCells({ label, unknown, recoverable, until, because, evidence, needs, kind }: Verdict): Cell[] {
  return [
    label,
    unknown,
    until ?? (recoverable ? 'not known' : undefined),
    because,
    evidence.map(placeWords).join('; '),
    [...new Set((needs ?? []).map(({ question }) => question))].join(' '),
    kind,
  ]
}

const placeWords = ({ file, page, quote }: Evidence) => `${file}, page ${page}: “${quote.replace(/\s+/g, ' ')}”`

/** Text that a spreadsheet would take for a formula, also after spaces and in wide letters, stands behind an apostrophe (OWASP, CSV injection). */
function cell(value: Cell): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[\s\p{Cc}]*[=+\-@＝＋－＠|%]/u.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}
