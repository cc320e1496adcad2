import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { call } from '../api/call.ts'
import { queries } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { Failed } from '../kit/states.tsx'
import { words } from '../words/words.ts'

/** To the invented person, in one click and without an account. */
export function Visit() {
  const navigate = useNavigate()
  const visit = useMutation({
    mutationFn: () => call('visitDemo'),
    async onSuccess({ me }) {
      queries.setQueryData(['me'], me)
      const [demo] = me.people
      if (demo) await navigate({ to: '/p/$person', params: { person: demo.id } })
    },
  })
  return (
    <>
      <Button busy={visit.isPending} onClick={() => visit.mutate()}>
        {words.welcome.visit}
      </Button>
      {visit.isError && <Failed error={visit.error} />}
    </>
  )
}
