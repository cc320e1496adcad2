import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { aDocument } from '@carefolio/core/understand/prose/a-reading.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { assist, QUESTIONS } from './assist.ts'
import { modelOf } from './client.ts'

type Asked = { model: string; messages: { role: string; content: string }[] }
type Host = { url: string; asked: Asked[]; headers: IncomingMessage['headers'][] }

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A host on this computer that answers as told: with statements, with any text, or by hand. */
async function host(answer: (asked: Asked, response: ServerResponse, nth: number) => void): Promise<Host> {
  const asked: Asked[] = []
  const headers: IncomingMessage['headers'][] = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      asked.push(JSON.parse(body))
      headers.push(request.headers)
      answer(JSON.parse(body), response, asked.length)
    })
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked, headers }
}

const completion = (content: string) =>
  JSON.stringify({ choices: [{ message: { role: 'assistant', content } }], usage: { prompt_tokens: 100, completion_tokens: 20 } })
const isAbout = (asked: Asked, kind: 'receptor' | 'systemic' | 'gene') => asked.messages[0]?.content.includes(kind) === true

/** Asks about one text, the host answering questions of this kind with these statements and others with none. */
async function asking(text: string, kind: 'receptor' | 'systemic' | 'gene', statements: readonly object[]) {
  const { url } = await host((asked, response) =>
    response.end(completion(JSON.stringify({ statements: isAbout(asked, kind) ? statements : [] }))),
  )
  return assist([aDocument(text)], modelOf({ url, name: 'fake' }, { pauseMs: 1 }))
}

const REPORT = 'Final report 2026-02-11\n\nLiver, core biopsy:\nER: positive, 80% of nuclei. PR: negative.\nHER2 by IHC: 1+.\n'

describe('what a model says', () => {
  it('is accepted when the words on the page say it, as probable, with the words and who found them', async () => {
    const { facts, use } = await asking(REPORT, 'receptor', [
      {
        page: 1,
        quote: 'ER: positive, 80% of nuclei. PR: negative.',
        specimen: 'liver core biopsy',
        er: { status: 'positive', percent: 80 },
        pr: { status: 'negative' },
      },
    ])
    expect(facts).toHaveLength(1)
    const [fact] = facts
    expect(fact).toMatchObject({ kind: 'receptors', certainty: 'probable', from: 'model:fake@receptors-1' })
    expect(fact?.value).toMatchObject({
      specimen: 'liver core biopsy',
      er: { status: 'positive', percent: 80 },
      pr: { status: 'negative' },
    })
    expect(fact?.evidence[0]).toMatchObject({ page: 1, quote: 'ER: positive, 80% of nuclei. PR: negative.', by: 'model:fake@receptors-1' })
    expect(REPORT.slice(fact?.evidence[0].start, fact?.evidence[0].end)).toBe(fact?.evidence[0].quote)
    expect(use).toMatchObject({ proposed: 1, accepted: 1, failed: 0, tokensIn: 100 * use.asked, tokensOut: 20 * use.asked })
  })

  it('may have other gaps between words than the page', async () => {
    const { facts } = await asking(REPORT, 'receptor', [
      { page: 1, quote: 'PR: negative. HER2 by IHC: 1+', specimen: 'liver', her2: { ihc: '1+' } },
    ])
    expect(facts[0]?.evidence[0].quote).toBe('PR: negative.\nHER2 by IHC: 1+')
  })

  it.each([
    ['an invented quote', { page: 1, quote: 'ER: positive, 90% of nuclei', er: { status: 'positive', percent: 90 } }, 'notOnThePage'],
    ['a quote of another page', { page: 2, quote: 'ER: positive, 80% of nuclei', er: { status: 'positive' } }, 'notOnThePage'],
    ['a status that the quote denies', { page: 1, quote: 'PR: negative', pr: { status: 'positive' } }, 'notSaid'],
    [
      'a percentage that is not there',
      { page: 1, quote: 'ER: positive, 80% of nuclei', er: { status: 'positive', percent: 8 } },
      'notSaid',
    ],
    ['the value of another receptor', { page: 1, quote: 'PR: negative', er: { status: 'negative' } }, 'notSaid'],
    ['a score that is not there', { page: 1, quote: 'HER2 by IHC: 1+', her2: { ihc: '2+' } }, 'notSaid'],
    ['an ISH result that nobody made', { page: 1, quote: 'HER2 by IHC: 1+', her2: { ihc: '1+', ish: 'amplified' } }, 'notSaid'],
  ] as const)('is refused: %s', async (_, statement, reason) => {
    const { facts, use } = await asking(REPORT, 'receptor', [{ specimen: 'liver', ...statement }])
    expect(facts).toEqual([])
    expect(use).toMatchObject({ proposed: 1, accepted: 0, [reason]: 1 })
  })

  it.each([
    ['cut off after "mother"', "Her mother's tumor was ER positive.", { quote: 'tumor was ER positive', er: { status: 'positive' } }],
    ['cut off before "pending"', 'ER positive result is pending confirmation, not reported.', { quote: 'ER', er: { status: 'positive' } }],
  ])('is refused: %s', async (_, text, statement) => {
    const { facts } = await asking(text, 'receptor', [{ page: 1, specimen: 'tumor', ...statement }])
    expect(facts).toEqual([])
  })

  it('is taken where another statement of the same answer has no right shape', async () => {
    const { facts } = await asking(REPORT, 'receptor', [
      { page: 'two' },
      { page: 1, quote: 'PR: negative', specimen: 'liver', pr: { status: 'negative' } },
    ])
    expect(facts).toHaveLength(1)
  })

  it('leaves out a name and a date that the document does not hold', async () => {
    const { facts } = await asking(REPORT, 'receptor', [
      { page: 1, quote: 'PR: negative', specimen: 'left axillary node', date: '2024-01-01', pr: { status: 'negative' } },
    ])
    expect(facts[0]?.value).toEqual({ specimen: 'tumor', pr: { status: 'negative' } })
  })
})

describe('treatments', () => {
  const note =
    'Clinic note 2026-02-11\n\nShe received capecitabine from 2025-03 until 2025-11. Will start eribulin. Her aunt received paclitaxel in 2019.\n'
  it('are accepted with drugs and dates of the quote', async () => {
    const { facts } = await asking(note, 'systemic', [
      { page: 1, quote: 'received capecitabine from 2025-03 until 2025-11', drugs: ['Xeloda'], start: '2025-03', end: '2025-11' },
    ])
    expect(facts[0]?.value).toEqual({ type: 'systemic', name: 'capecitabine', drugs: ['capecitabine'], start: '2025-03', end: '2025-11' })
  })
  it.each([
    ['a drug that the quote does not name', { quote: 'received capecitabine from 2025-03', drugs: ['letrozole'] }],
    ['one named and one not', { quote: 'received capecitabine from 2025-03', drugs: ['capecitabine', 'trastuzumab'] }],
    ['a date that is not there', { quote: 'received capecitabine from 2025-03', drugs: ['capecitabine'], start: '2024-03' }],
    ['a plan', { quote: 'start eribulin', drugs: ['eribulin'] }],
    ['what a relative had', { quote: 'received paclitaxel in 2019', drugs: ['paclitaxel'], start: '2019' }],
    ['an invented drug', { quote: 'received capecitabine', drugs: ['wonderumab'] }],
  ])('are refused: %s', async (_, statement) => {
    const { facts, use } = await asking(note, 'systemic', [{ page: 1, ...statement }])
    expect(facts).toEqual([])
    expect(use.notSaid).toBe(1)
  })
})

describe('gene results', () => {
  const report =
    'Genomic report 2026-01-20\n\nPIK3CA p.H1047R, allele fraction 23%.\nBRCA2 c.68A>G is a variant of uncertain significance.\nNo mutation in ESR1 was found, D538G included.\n'
  it('are accepted when the variant stands beside its gene', async () => {
    const { facts } = await asking(report, 'gene', [
      { page: 1, quote: 'PIK3CA p.H1047R, allele fraction 23%', gene: 'PIK3CA', variant: 'p.H1047R', result: 'positive' },
    ])
    expect(facts[0]?.value).toEqual({ gene: 'PIK3CA', variant: 'p.H1047R', result: 'positive' })
  })
  it.each([
    ['another variant', { quote: 'PIK3CA p.H1047R', gene: 'PIK3CA', variant: 'E542K', result: 'positive' }],
    ['a part of the variant', { quote: 'PIK3CA p.H1047R', gene: 'PIK3CA', variant: 'H1047', result: 'positive' }],
    ['uncertain significance as a mutation', { quote: 'BRCA2 c.68A>G', gene: 'BRCA2', variant: 'c.68A>G', result: 'positive' }],
    ['what was not found', { quote: 'ESR1 was found, D538G', gene: 'ESR1', variant: 'D538G', result: 'positive' }],
    ['a gene that the quote does not name', { quote: 'allele fraction 23%', gene: 'TP53', result: 'positive' }],
  ])('are refused: %s', async (_, statement) => {
    const { facts } = await asking(report, 'gene', [{ page: 1, ...statement }])
    expect(facts).toEqual([])
  })
})

describe('a host that misbehaves', () => {
  const failing = async (answer: Parameters<typeof host>[0], limits: Parameters<typeof modelOf>[1] = {}) => {
    const { url, asked } = await host(answer)
    const { facts, use } = await assist(
      [aDocument('ER positive.')],
      modelOf({ url, name: 'fake' }, { pauseMs: 1, timeLimitMs: 300, ...limits }),
    )
    return { facts, use, requests: asked.length }
  }

  it.each([
    ['JSON cut off', completion('{"statements": [{"page": 1,')],
    ['another shape', completion('{"receptors": []}')],
    ['words instead of JSON', completion('I am sorry, I cannot do that.')],
    ['a page of HTML', '<html>Bad gateway</html>'],
    ['no choices', '{"choices": []}'],
    ['a statement of the wrong kind', completion('{"statements": [{"page": "one", "quote": 7}]}')],
    [
      'thousands of statements',
      completion(JSON.stringify({ statements: Array(5000).fill({ page: 1, quote: 'ER positive', specimen: 'x' }) })),
    ],
  ])('with %s gives nothing and is counted', async (_, answer) => {
    const { facts, use } = await failing((_asked, response) => response.end(answer))
    expect(facts).toEqual([])
    expect(use).toMatchObject({ asked: 1, failed: 1, accepted: 0 })
  })

  it('is asked three times when it answers 500, and then left alone', async () => {
    const { use, requests } = await failing((_asked, response) => response.writeHead(500).end('broken'))
    expect(requests).toBe(3)
    expect(use.failed).toBe(1)
  })

  it('is asked again after 429, and its answer taken', async () => {
    const { use, requests } = await failing((_asked, response, nth) =>
      nth === 1 ? response.writeHead(429).end() : response.end(completion('{"statements": []}')),
    )
    expect([requests, use.failed]).toEqual([2, 0])
  })

  it('is not asked again when it refuses', async () => {
    expect((await failing((_asked, response) => response.writeHead(401).end())).requests).toBe(1)
  })

  it('is not waited for longer than allowed', async () => {
    const { use, requests } = await failing((_asked, response) => void response.write('{'))
    expect([requests, use.failed]).toEqual([1, 1])
  })

  it('is cut off when its answer is huge', async () => {
    const { use } = await failing((_asked, response) => response.end(completion('x'.repeat(2_000_000))))
    expect(use.failed).toBe(1)
  })

  it('is not followed elsewhere: the words go only where the host of Carefolio has set', async () => {
    const { use } = await failing((_asked, response) =>
      response.writeHead(307, { location: 'http://127.0.0.1:9/v1/chat/completions' }).end(),
    )
    expect(use.failed).toBe(1)
  })

  it('is left alone after five failures in a row', async () => {
    const { url, asked } = await host((_asked, response) => response.writeHead(400).end())
    const documents = Array.from({ length: 20 }, () => aDocument('ER positive.'))
    const { use } = await assist(documents, modelOf({ url, name: 'fake' }, { pauseMs: 1 }))
    expect([asked.length, use.asked, use.failed]).toEqual([5, 5, 5])
  })

  it('can be stopped while it is asked', async () => {
    const stop = new AbortController()
    const { url } = await host(() => stop.abort())
    await expect(assist([aDocument('ER positive.')], modelOf({ url, name: 'fake' }), { signal: stop.signal })).rejects.toThrow()
  })
})

describe('asking', () => {
  it('sends key, name and numbered pages, and asks only what the document speaks of', async () => {
    const { url, asked, headers } = await host((_asked, response) => response.end(completion('{"statements": []}')))
    await assist(
      [aDocument('Blank.\fER positive.'), aDocument('Blood pressure 120/80.')],
      modelOf({ url: `${url}/`, name: 'fake', key: 'secret' }),
    )
    expect(asked).toHaveLength(1)
    expect(asked[0]?.model).toBe('fake')
    expect(asked[0]?.messages[1]?.content).toContain('=== page 2 ===\nER positive.')
    expect(headers[0]?.authorization).toBe('Bearer secret')
  })

  it('parts a long document, and a long page between lines', async () => {
    const { url, asked } = await host((_asked, response) => response.end(completion('{"statements": []}')))
    await assist([aDocument('ER positive in this line of a very long page.\n'.repeat(700))], modelOf({ url, name: 'fake' }))
    expect(asked.length).toBe(3)
    for (const { messages } of asked) expect(messages[1]?.content).toMatch(/^=== page 1 ===\nER positive/)
  })

  it('has a version for each question', () => {
    expect(new Set(QUESTIONS.map(({ version }) => version)).size).toBe(QUESTIONS.length)
    for (const { version, kind, prompt } of QUESTIONS) {
      expect(version).toMatch(/^[a-z]+-\d+$/)
      expect(prompt, kind).toContain('letter by letter')
    }
  })
})
