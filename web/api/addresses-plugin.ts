import { ROUTES } from '@carefolio/core/api/routes.ts'
import type { Plugin } from 'vite'

/** Gives the app the method and path of every route without the schemas that describe them. */
export function addresses(): Plugin {
  return {
    name: 'carefolio-addresses',
    resolveId: (id) => (id === 'virtual:addresses' ? id : undefined),
    load(id) {
      if (id !== 'virtual:addresses') return undefined
      const all = Object.fromEntries(Object.entries(ROUTES).map(([name, { method, path }]) => [name, { method, path }]))
      return `export const ADDRESSES = ${JSON.stringify(all)}`
    },
  }
}
