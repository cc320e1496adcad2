import { useMutation, useQuery } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { personQuery, queries } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icon.tsx'
import { Failed } from '../kit/states.tsx'
import { words } from '../words/words.ts'

const w = words.trials

/** What looking for trials means, before it begins. Only the person decides, and can stop it in Settings at any time. */
export function OptIn({ person, mayDecide }: { person: string; mayDecide: boolean }) {
  const about = useQuery({ ...personQuery(person), enabled: mayDecide })
  const agree = useMutation({
    mutationFn: () =>
      call('changeConsents', { params: { person }, body: { trials: true, research: about.data?.consents.research ?? false } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [person] }),
  })
  return (
    <div className="card stack opt-in">
      <span className="state-icon">
        <Icon name="trials" size={40} />
      </span>
      <h2>{w.optInTitle}</h2>
      <p>{w.optInLead}</p>
      <ul className="reasons">
        {w.optInPoints.map((point) => (
          <li key={point} className="fits">
            <Icon name="check" size={18} />
            <span>{point}</span>
          </li>
        ))}
      </ul>
      {agree.isError && <Failed error={agree.error} />}
      {mayDecide ? (
        <div className="row">
          <Button look="main" busy={agree.isPending} disabled={about.data === undefined} onClick={() => agree.mutate()}>
            {w.optIn}
          </Button>
        </div>
      ) : (
        <p className="soft">{w.optInOwner}</p>
      )}
    </div>
  )
}
