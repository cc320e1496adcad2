import type { OriginalFile, ReadingEvent } from '@carefolio/core/api/originals.ts'
import { useEffect } from 'react'
import { addressOf } from './call.ts'
import { queries } from './queries.ts'

/** Follows the reading of a person's files while the screen is open: progress comes by itself, and the profile is fetched anew when it grew. Only who may see the files can. */
export function useFollow(person: string, maySee: boolean): void {
  useEffect(() => {
    if (!maySee) return
    const events = new EventSource(addressOf('events', { person }))
    const heard = <T>(name: string, then: (value: T) => void) =>
      events.addEventListener(name, (event: MessageEvent<string>) => then(JSON.parse(event.data)))
    heard<{ originals: OriginalFile[] }>('originals', (value) => queries.setQueryData([person, 'originals'], value))
    heard<ReadingEvent>('reading', ({ original, reading }) => {
      queries.setQueryData<{ originals: OriginalFile[] }>(
        [person, 'originals'],
        (known) => known && { originals: known.originals.map((one) => (one.id === original ? { ...one, reading } : one)) },
      )
      // The documents that were found in it come with the list.
      if (reading.state === 'read' || reading.state === 'not-read') void queries.invalidateQueries({ queryKey: [person, 'originals'] })
    })
    heard('profile', () => {
      for (const name of ['profile', 'found', 'trials', 'trial']) void queries.invalidateQueries({ queryKey: [person, name] })
    })
    return () => events.close()
  }, [person, maySee])
}
