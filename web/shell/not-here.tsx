import { Link } from '@tanstack/react-router'
import { Empty } from '../kit/states.tsx'
import { words } from '../words/words.ts'

export function NotHere() {
  return (
    <main className="screen">
      <Empty
        icon="question"
        title={words.error.notFound}
        action={
          <Link to="/" className="button main">
            {words.error.toStart}
          </Link>
        }
      >
        {words.error.notFoundWayOut}
      </Empty>
    </main>
  )
}
