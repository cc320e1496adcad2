import type { FastifyInstance } from 'fastify'
import type { Place } from '../place.ts'

const BUCKETS_MS = [5, 10, 25, 50, 100, 300, 1000, 3000, 10_000]

/** Counts calls by route and status and how long they took; the function gives them in the text form of Prometheus. */
export function measure(server: FastifyInstance, place: Place): () => Promise<string> {
  const calls = new Map<string, number>()
  const times = BUCKETS_MS.map(() => 0)
  let count = 0
  let sum = 0
  server.addHook('onResponse', async (request, reply) => {
    const key = `method="${request.method}",route="${request.routeOptions.url ?? 'unknown'}",status="${reply.statusCode}"`
    calls.set(key, (calls.get(key) ?? 0) + 1)
    count++
    sum += reply.elapsedTime
    BUCKETS_MS.forEach((most, i) => {
      if (reply.elapsedTime <= most) times[i] = (times[i] ?? 0) + 1
    })
  })
  return async () => {
    const { rss, heapUsed } = process.memoryUsage()
    return [
      '# TYPE carefolio_calls_total counter',
      ...[...calls].map(([key, value]) => `carefolio_calls_total{${key}} ${value}`),
      '# TYPE carefolio_call_milliseconds histogram',
      ...BUCKETS_MS.map((most, i) => `carefolio_call_milliseconds_bucket{le="${most}"} ${times[i]}`),
      `carefolio_call_milliseconds_bucket{le="+Inf"} ${count}`,
      `carefolio_call_milliseconds_sum ${Math.round(sum)}`,
      `carefolio_call_milliseconds_count ${count}`,
      '# TYPE carefolio_accounts gauge',
      `carefolio_accounts ${await place.accounts.count()}`,
      '# TYPE carefolio_files_to_read gauge',
      `carefolio_files_to_read ${await place.readings.open()}`,
      '# TYPE carefolio_watching gauge',
      `carefolio_watching ${place.streams.count()}`,
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${rss}`,
      '# TYPE process_heap_bytes gauge',
      `process_heap_bytes ${heapUsed}`,
      '',
    ].join('\n')
  }
}
