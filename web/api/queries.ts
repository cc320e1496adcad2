import type { QueryIn } from '@carefolio/core/api/routes.ts'
import { keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query'
import { call } from './call.ts'
import { isSignedOut } from './said.ts'

/** Everything the app knows for now lives here, in memory, and goes when the page is closed. */
export const queries = new QueryClient({
  defaultOptions: {
    // The server may be this very computer: whether there is an internet says nothing.
    queries: {
      networkMode: 'always',
      staleTime: 10_000,
      retry: (tries, error) => error instanceof TypeError && tries < 2,
      refetchOnWindowFocus: true,
    },
    mutations: { networkMode: 'always', onError: leaveWhenSignedOut },
  },
})
queries.getQueryCache().subscribe(({ type, query }) => {
  if (type === 'updated' && query.state.status === 'error') leaveWhenSignedOut(query.state.error)
})

/** A session that has ended takes everything it showed with it. */
function leaveWhenSignedOut(error: unknown): void {
  if (!isSignedOut(error) || queries.getQueryData(['me']) === null) return
  queries.clear()
  queries.setQueryData(['me'], null)
}

export const setupQuery = () => queryOptions({ queryKey: ['setup'], queryFn: ({ signal }) => call('setup', { signal }) })

/** Null when nobody is signed in. */
export const meQuery = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) =>
      call('me', { signal }).catch((error: unknown) => {
        if (isSignedOut(error)) return null
        throw error
      }),
    staleTime: 60_000,
  })

export const personQuery = (person: string) =>
  queryOptions({ queryKey: [person, 'person'], queryFn: ({ signal }) => call('person', { params: { person }, signal }) })
/** The people whom the records speak of. */
export const peopleFoundQuery = (person: string) =>
  queryOptions({ queryKey: [person, 'found'], queryFn: ({ signal }) => call('peopleFound', { params: { person }, signal }) })
export const originalsQuery = (person: string) =>
  queryOptions({ queryKey: [person, 'originals'], queryFn: ({ signal }) => call('originals', { params: { person }, signal }) })
export const uploadsQuery = (person: string) =>
  queryOptions({ queryKey: [person, 'uploads'], queryFn: ({ signal }) => call('uploads', { params: { person }, signal }) })
export const pageQuery = (person: string, document: string, page: number) =>
  queryOptions({
    queryKey: [person, 'page', document, page],
    queryFn: ({ signal }) => call('page', { params: { person, document, page: String(page) }, signal }),
    staleTime: 300_000,
  })
export const profileQuery = (person: string) =>
  queryOptions({ queryKey: [person, 'profile'], queryFn: ({ signal }) => call('profile', { params: { person }, signal }) })
export const trialsQuery = (person: string, query: QueryIn<'trials'>) =>
  queryOptions({
    queryKey: [person, 'trials', query],
    queryFn: ({ signal }) => call('trials', { params: { person }, query, signal }),
    placeholderData: keepPreviousData,
  })
/** Further trials of a list, fetched when they are asked for. */
export const nextTrialsQuery = (person: string, query: QueryIn<'trials'>) =>
  queryOptions({
    queryKey: [person, 'trials', query],
    queryFn: ({ signal }) => call('trials', { params: { person }, query, signal }),
    enabled: false,
  })
export const trialQuery = (person: string, trial: string) =>
  queryOptions({ queryKey: [person, 'trial', trial], queryFn: ({ signal }) => call('trial', { params: { person, trial }, signal }) })
export const answersQuery = (person: string) =>
  queryOptions({ queryKey: [person, 'answers'], queryFn: ({ signal }) => call('answers', { params: { person }, signal }) })
export const caregiversQuery = (person: string) =>
  queryOptions({ queryKey: [person, 'caregivers'], queryFn: ({ signal }) => call('caregivers', { params: { person }, signal }) })
export const sessionsQuery = () => queryOptions({ queryKey: ['sessions'], queryFn: ({ signal }) => call('sessions', { signal }) })
export const passkeysQuery = () => queryOptions({ queryKey: ['passkeys'], queryFn: ({ signal }) => call('passkeys', { signal }) })
