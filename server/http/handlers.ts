import type { Place } from '../place.ts'
import { accountHandlers } from './account-handlers.ts'
import type { Handlers } from './call.ts'
import { originalHandlers } from './original-handlers.ts'
import { peopleHandlers } from './people-handlers.ts'
import { profileHandlers } from './profile-handlers.ts'
import type { ServerOptions } from './server.ts'
import { signInHandlers } from './sign-in-handlers.ts'
import { trialHandlers } from './trial-handlers.ts'

/** What each route does. The type demands one for every route of the contract. */
export function handlersOf(place: Place, options: ServerOptions): Handlers {
  return {
    ...signInHandlers(place, options),
    ...accountHandlers(place),
    ...peopleHandlers(place),
    ...originalHandlers(place, options),
    ...profileHandlers(place),
    ...trialHandlers(place),
  }
}
