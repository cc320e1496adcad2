import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { asText, asTexts, at } from '@carefolio/core/trials/json.ts'
import { answerStudies, projected, Refused } from './answer.ts'

/**
 * Faults to switch on, also while it runs. `next` is used up by the coming requests, one each, whatever they ask for;
 * the others hold until they are switched off.
 */
export type Faults = {
  next: ('429' | '500' | '503' | 'html' | 'truncated' | 'slow' | 'broken')[]
  /** Milliseconds that a `slow` answer takes. */
  slowMs: number
  /** The data version moves on after this many more pages: tokens given before are refused. */
  moveAfterPages: number | undefined
  /** An empty last page, as the registry may send. */
  emptyLastPage: boolean
  missing: ('geoPoint' | 'eligibilityModule')[]
  /** Called before each page, to change the records between pages. */
  betweenPages: (() => void) | undefined
  /** `pageSize=0` is answered with no studies (true) or with ten. */
  zeroIsNone: boolean
}

export type Replay = AsyncDisposable & {
  url: string
  /** Registry records by id; may be changed while it runs. */
  records: Map<string, unknown>
  dataTimestamp: string
  faults: Faults
  /** The path and query of every request, in order. */
  requests: string[]
}

/** A stand-in for the ClinicalTrials.gov API v2 over given records, on this machine only: for tests and for working without a network. */
export async function startReplay(records: readonly unknown[], dataTimestamp = '2026-09-30T09:00:05'): Promise<Replay> {
  const server = createServer((request, response) => {
    respond(replay, request, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const replay: Replay = {
    url: `http://127.0.0.1:${port}/api/v2`,
    records: new Map(records.map((record) => [idOf(record), record])),
    dataTimestamp,
    faults: {
      next: [],
      slowMs: 60_000,
      moveAfterPages: undefined,
      emptyLastPage: false,
      missing: [],
      betweenPages: undefined,
      zeroIsNone: true,
    },
    requests: [],
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return replay
}

const idOf = (record: unknown) => asText(at(record, 'protocolSection', 'identificationModule', 'nctId')) ?? ''

async function respond(replay: Replay, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', replay.url)
  const path = url.pathname.replace('/api/v2/', '')
  replay.requests.push(`${path}${url.search}`)
  const fault = replay.faults.next.shift()
  if (fault === '429' || fault === '500' || fault === '503') return send(response, Number(fault), 'text/plain', 'Try again later')
  if (fault === 'html') return send(response, 200, 'text/html', '<!DOCTYPE html><title>Something went wrong</title>')
  if (fault === 'broken') {
    response.destroy()
    return
  }
  if (fault === 'slow') await wait(replay.faults.slowMs)
  try {
    const value = answerTo(replay, path, url.searchParams)
    if (value === undefined) return send(response, 404, 'text/plain', 'Not found')
    if (typeof value === 'object' && value !== null && 'movedTo' in value) {
      response.writeHead(301, { location: `/api/v2/studies/${value.movedTo}${url.search}` }).end()
      return
    }
    const text = JSON.stringify(value)
    send(response, 200, 'application/json', fault === 'truncated' ? text.slice(0, text.length / 2) : text)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    send(response, 400, 'text/plain', error.message)
  }
}

function answerTo(replay: Replay, path: string, query: URLSearchParams): unknown {
  if (path === 'version') return { apiVersion: '2.0.5', dataTimestamp: replay.dataTimestamp }
  if (path === 'studies/metadata') return METADATA
  if (path === 'studies') return answerStudies(replay, query)
  const [, asked] = /^studies\/([^/]+)$/.exec(path) ?? []
  if (asked === undefined) return undefined
  const id = decodeURIComponent(asked).toUpperCase()
  const record = replay.records.get(id)
  if (record !== undefined) return projected(record, query.get('fields'), replay.faults.missing)
  const moved = [...replay.records].find(([, one]) =>
    asTexts(at(one, 'protocolSection', 'identificationModule', 'nctIdAliases')).includes(id),
  )
  return moved && { movedTo: moved[0] }
}

/** As much of the registry's field tree as is asked for here. */
const METADATA = [
  {
    name: 'protocolSection',
    piece: 'ProtocolSection',
    children: [
      'IdentificationModule',
      'StatusModule',
      'SponsorCollaboratorsModule',
      'ConditionsModule',
      'DesignModule',
      'ArmsInterventionsModule',
      'EligibilityModule',
      'ContactsLocationsModule',
    ]
      .map((piece): { piece: string; children?: { piece: string }[] } => ({ piece }))
      .concat([{ piece: 'DescriptionModule', children: [{ piece: 'BriefSummary' }] }]),
  },
  { name: 'derivedSection', piece: 'DerivedSection', children: [{ piece: 'ConditionBrowseModule' }] },
]

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type }).end(body)
}
