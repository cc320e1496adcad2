declare module 'virtual:addresses' {
  import type { ROUTES, RouteName } from '@carefolio/core/api/routes.ts'
  /** Method and path of every route of the contract; made when the app is built, so that the browser need not load the schemas. */
  export const ADDRESSES: { [N in RouteName]: Pick<(typeof ROUTES)[N], 'method' | 'path'> }
}
