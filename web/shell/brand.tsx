import { Link } from '@tanstack/react-router'
import { words } from '../words/words.ts'

export function Brand() {
  return (
    <Link to="/" className="brand">
      <img src="/mark.svg" alt="" width={32} height={32} />
      {words.brand}
    </Link>
  )
}
