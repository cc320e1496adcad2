import type { AnswerOf, BodyOut, ParamsOf, QueryOut, ROUTES, RouteName } from '@carefolio/core/api/routes.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Account } from '../accounts/accounts.ts'
import type { Session } from '../accounts/sessions.ts'
import type { SeenPerson } from '../people/people.ts'

/** Who calls, as far as the route asks for it. */
export type Caller<N extends RouteName> = (typeof ROUTES)[N]['access'] extends { who: 'anyone' }
  ? { session?: Session; account?: Account }
  : (typeof ROUTES)[N]['access'] extends { who: 'account' }
    ? { session: Session; account: Account }
    : { session: Session; account: Account; person: SeenPerson }

/** One call of a route, checked: what was sent has the shape of the contract, who calls may do so. */
export type Call<N extends RouteName> = Caller<N> & {
  params: ParamsOf<N>
  query: QueryOut<N>
  body: BodyOut<N>
  request: FastifyRequest
  reply: FastifyReply
  /** Aborts when the caller has gone. */
  gone: AbortSignal
}

/** What a handler gives back: a value for JSON, or `undefined` where it has answered itself or there is nothing to say. */
export type Handler<N extends RouteName> = (call: Call<N>) => Promise<Given<N>>
type Given<N extends RouteName> = (typeof ROUTES)[N]['answer'] extends infer A extends z.ZodType ? z.input<A> | AnswerOf<N> : undefined
export type Handlers = { [N in RouteName]: Handler<N> }
