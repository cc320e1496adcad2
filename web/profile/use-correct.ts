import type { BodyIn } from '@carefolio/core/api/routes.ts'
import { useMutation } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { queries } from '../api/queries.ts'

/** Says something of the profile; all that rests on the profile is fetched anew. */
export function useCorrect(person: string, onDone: () => void) {
  return useMutation({
    mutationFn: (body: BodyIn<'correct'>) => call('correct', { params: { person }, body }),
    async onSuccess() {
      await renewProfile(person)
      onDone()
    },
  })
}

export function useUndo(person: string) {
  return useMutation({
    mutationFn: (correction: string) => call('undoCorrection', { params: { person, correction } }),
    onSuccess: () => renewProfile(person),
  })
}

const renewProfile = (person: string) =>
  Promise.all(['profile', 'trials', 'trial'].map((name) => queries.invalidateQueries({ queryKey: [person, name] })))
