import { Problem } from '@carefolio/core/api/problem.ts'
import { OWN_HEADER, type Route } from '@carefolio/core/api/route.ts'
import { ROUTES } from '@carefolio/core/api/routes.ts'
import { z } from 'zod'

/** The contract as OpenAPI 3.1. */
export function openapi(version: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const [name, route] of Object.entries(ROUTES)) {
    const path = route.path.replaceAll(/:([a-z]+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(name, route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Carefolio', version, description: 'The records of a person with cancer, what they say, and the trials that fit.' },
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-carefolio' } },
    },
  }
}

function operationOf(name: string, route: Route): object {
  const inPath = [...route.path.matchAll(/:([a-z]+)/g)].map(([, id = '']) => ({
    name: id,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const shape = route.query?.shape ?? {}
  const inQuery = Object.entries(shape).map(([id, one]) => ({
    name: id,
    in: 'query',
    required: !(one as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(one as z.ZodType, 'input'),
  }))
  const own = route.method === 'GET' ? [] : [{ name: OWN_HEADER, in: 'header', required: true, schema: { const: '1' } }]
  const { access } = route
  return {
    operationId: name,
    summary: route.summary,
    ...(access.who === 'person'
      ? { description: `For the person's ${access.level === 'owner' ? 'owner' : `caregivers who may ${access.level}, or more`}.` }
      : {}),
    ...(access.who === 'anyone' ? { security: [] } : { security: [{ session: [] }] }),
    parameters: [...inPath, ...inQuery, ...own],
    ...(route.body === undefined ? {} : { requestBody: { required: true, content: contentOf(route.body, 'input') } }),
    responses: {
      ...(route.answer === 'nothing'
        ? { 204: { description: 'Done.' } }
        : {
            200: {
              description: 'Done.',
              content: route.answer === 'events' ? { 'text/event-stream': {} } : contentOf(route.answer, 'output'),
            },
          }),
      default: {
        description: 'Why not, and what to do.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const contentOf = (shape: z.ZodType | 'bytes', io: 'input' | 'output') =>
  shape === 'bytes' ? { 'application/octet-stream': {} } : { 'application/json': { schema: schemaOf(shape, io) } }

const schemaOf = (shape: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' })
  return schema
}
