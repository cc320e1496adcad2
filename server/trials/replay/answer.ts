import { createHash } from 'node:crypto'
import { kmBetween } from '@carefolio/core/match/distance.ts'
import { asList, asNumber, asText, asTexts, at } from '@carefolio/core/trials/json.ts'
import type { Replay } from './replay.ts'

/** A request that the registry answers with 400. */
export class Refused extends Error {}

/** One page of `/studies`, with as much of the registry's search as its clients use. */
export function answerStudies(replay: Replay, query: URLSearchParams): unknown {
  const { faults } = replay
  faults.betweenPages?.()
  const found = [...replay.records.values()].filter(filterOf(query))
  const asked = query.get('pageSize')
  const size = asked === '0' && faults.zeroIsNone ? 0 : Math.min(Number(asked ?? 10) || 10, 1000)
  const from = offsetOf(query, replay.dataTimestamp)
  const studies = found.slice(from, from + size).map((record) => projected(record, query.get('fields'), faults.missing))
  const end = from + size
  const isMore = size > 0 && (end < found.length || (faults.emptyLastPage && studies.length > 0))
  const page = {
    ...(query.get('countTotal') === 'true' && from === 0 ? { totalCount: found.length } : {}),
    studies,
    ...(isMore ? { nextPageToken: tokenFor(query, replay.dataTimestamp, end) } : {}),
  }
  if (faults.moveAfterPages !== undefined && --faults.moveAfterPages <= 0) {
    faults.moveAfterPages = undefined
    replay.dataTimestamp = new Date(Date.parse(`${replay.dataTimestamp}Z`) + 86_400_000).toISOString().slice(0, 19)
  }
  return page
}

/** Only the modules or pieces asked for, with the path to them; and without what is switched off. */
export function projected(record: unknown, fields: string | null, missing: readonly string[]): unknown {
  const wanted = fields?.split(/[,|]/).map((field) => PIECES[field] ?? field.charAt(0).toLowerCase() + field.slice(1))
  for (const field of wanted ?? []) if (!/^[a-z]\w*$/.test(field)) throw new Refused(`contains invalid field name ${field}`)
  return pruned(record, wanted ? new Set([...wanted, 'nctId']) : undefined, new Set(missing))
}

/** Pieces whose name is not that of their key. */
const PIECES: Readonly<Record<string, string>> = { NCTId: 'nctId', Condition: 'conditions', Location: 'locations', Phase: 'phases' }

function pruned(value: unknown, wanted: ReadonlySet<string> | undefined, missing: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((one) => pruned(one, wanted, missing))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).flatMap(([key, part]): [string, unknown][] => {
    if (missing.has(key)) return []
    if (wanted === undefined || wanted.has(key)) return [[key, pruned(part, undefined, missing)]]
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return []
    const inner = pruned(part, wanted, missing)
    return Object.keys(inner as object).length > 0 ? [[key, inner]] : []
  })
  return Object.fromEntries(kept)
}

/** Tokens hold where to go on, and are refused for another query or another version of the data. */
function tokenFor(query: URLSearchParams, dataTimestamp: string, offset: number): string {
  return Buffer.from(`${offset} ${sealOf(query, dataTimestamp)}`).toString('base64url')
}

function offsetOf(query: URLSearchParams, dataTimestamp: string): number {
  const token = query.get('pageToken')
  if (token === null) return 0
  const [offset, seal] = Buffer.from(token, 'base64url').toString().split(' ')
  if (seal !== sealOf(query, dataTimestamp)) throw new Refused('Invalid page token')
  return Number(offset)
}

function sealOf(query: URLSearchParams, dataTimestamp: string): string {
  const same = [...query].filter(([key]) => !['pageToken', 'pageSize', 'countTotal'].includes(key)).sort()
  return createHash('sha256')
    .update(JSON.stringify([same, dataTimestamp]))
    .digest('hex')
    .slice(0, 16)
}

function filterOf(query: URLSearchParams): (record: unknown) => boolean {
  const tests: ((record: unknown) => boolean)[] = []
  const ids = query.get('filter.ids')?.split(/[,|]/)
  if (ids) {
    for (const id of ids) if (!/^(?:NCT|nct)\d{8}$|^DEMO\d{4}$/.test(id)) throw new Refused(`filter.ids: ${id} has wrong format`)
    const asked = new Set(ids.map((id) => id.toUpperCase()))
    tests.push((record) => asked.has(asText(at(identity(record), 'nctId')) ?? ''))
  }
  const conditions = query.get('query.cond')
  if (conditions) {
    const any = conditions.split(/\s+OR\s+/).map((phrase) => phrase.toLowerCase().split(/\W+/).filter(Boolean))
    tests.push((record) => {
      const words = conditionWords(record)
      return any.some((phrase) => phrase.every((word) => words.includes(word)))
    })
  }
  const statuses = query.get('filter.overallStatus')?.split(/[,|]/)
  if (statuses) tests.push((record) => statuses.includes(asText(at(record, 'protocolSection', 'statusModule', 'overallStatus')) ?? ''))
  const circle = query.get('filter.geo')
  if (circle) tests.push(withinCircle(circle))
  const advanced = query.get('filter.advanced')
  if (advanced) tests.push(...advancedTests(advanced))
  return (record) => tests.every((test) => test(record))
}

const identity = (record: unknown) => at(record, 'protocolSection', 'identificationModule')

function conditionWords(record: unknown): string {
  const conditions = at(record, 'protocolSection', 'conditionsModule')
  const titles = [asText(at(identity(record), 'briefTitle')), asText(at(identity(record), 'officialTitle'))]
  return [...asTexts(at(conditions, 'conditions')), ...asTexts(at(conditions, 'keywords')), ...titles].join(' ').toLowerCase()
}

function withinCircle(circle: string): (record: unknown) => boolean {
  const [, lat, lon, reach, unit] = /^distance\((-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?),(\d+(?:\.\d+)?)(km|mi)?\)$/.exec(circle) ?? []
  if (lat === undefined) throw new Refused('filter.geo has wrong format')
  const middle = { lat: Number(lat), lon: Number(lon) }
  const km = Number(reach) * (unit === 'km' ? 1 : 1.609344)
  return (record) =>
    asList(at(record, 'protocolSection', 'contactsLocationsModule', 'locations')).some((site) => {
      const [siteLat, siteLon] = [asNumber(at(site, 'geoPoint', 'lat')), asNumber(at(site, 'geoPoint', 'lon'))]
      return siteLat !== undefined && siteLon !== undefined && kmBetween(middle, { lat: siteLat, lon: siteLon }) <= km
    })
}

/** `AREA[StudyType](A OR B)` and `AREA[LastUpdatePostDate]RANGE[from,to]`, joined by AND. */
function advancedTests(expression: string): ((record: unknown) => boolean)[] {
  return expression.split(' AND ').map((part) => {
    const [, from, to] = /^AREA\[LastUpdatePostDate\]RANGE\[([^,]+),\s*([^\]]+)\]$/.exec(part) ?? []
    if (from !== undefined && to !== undefined) {
      return (record: unknown) => {
        const date = asText(at(record, 'protocolSection', 'statusModule', 'lastUpdatePostDateStruct', 'date'))
        return date !== undefined && (from === 'MIN' || date >= from) && (to === 'MAX' || date <= to)
      }
    }
    const [, types] = /^AREA\[StudyType\]\(?([A-Z_ ]+?)\)?$/.exec(part) ?? []
    if (types === undefined) throw new Refused(`Error parsing query in filter.advanced: ${part}`)
    const any = types.split(' OR ')
    return (record: unknown) => any.includes(asText(at(record, 'protocolSection', 'designModule', 'studyType')) ?? '')
  })
}
