import type { z } from 'zod'
import { ACCOUNT_ROUTES } from './account.ts'
import { ORIGINAL_ROUTES } from './originals.ts'
import { PEOPLE_ROUTES } from './people.ts'
import { PROFILE_ROUTES } from './profile.ts'
import type { Route } from './route.ts'
import { TRIAL_ROUTES } from './trials.ts'

/** Every route there is. The server registers exactly these, the web calls them by name, OpenAPI is made from them. */
export const ROUTES = {
  ...ACCOUNT_ROUTES,
  ...PEOPLE_ROUTES,
  ...ORIGINAL_ROUTES,
  ...PROFILE_ROUTES,
  ...TRIAL_ROUTES,
} as const satisfies Record<string, Route>

export type RouteName = keyof typeof ROUTES
type RouteOf<N extends RouteName> = (typeof ROUTES)[N]

type Names<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never
/** The names of the parameters in a route's path. */
export type ParamsOf<N extends RouteName> = Record<Names<RouteOf<N>['path']>, string>
/** What a caller sends, and what the server gets after parsing. */
export type BodyIn<N extends RouteName> = RouteOf<N> extends { body: infer B extends z.ZodType } ? z.input<B> : undefined
export type BodyOut<N extends RouteName> = RouteOf<N> extends { body: infer B extends z.ZodType } ? z.output<B> : undefined
export type QueryIn<N extends RouteName> = RouteOf<N> extends { query: infer Q extends z.ZodType } ? z.input<Q> : undefined
export type QueryOut<N extends RouteName> = RouteOf<N> extends { query: infer Q extends z.ZodType } ? z.output<Q> : undefined
/** What a route answers with, as a value; undefined for bytes, events and nothing. */
export type AnswerOf<N extends RouteName> = RouteOf<N>['answer'] extends infer A extends z.ZodType ? z.output<A> : undefined
