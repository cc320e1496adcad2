import { type ReactNode, useId } from 'react'
import { Icon, type IconName } from '../kit/icon.tsx'

/** One matter of the settings. */
export function Panel({ icon, title, lead, children }: { icon: IconName; title: string; lead?: ReactNode; children?: ReactNode }) {
  const id = useId()
  return (
    <section className="card panel" aria-labelledby={id}>
      <div className="panel-head">
        <Icon name={icon} size={24} />
        <div>
          <h2 id={id}>{title}</h2>
          {lead && <p className="soft small">{lead}</p>}
        </div>
      </div>
      {children}
    </section>
  )
}
