import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

type Tone = 'info' | 'good' | 'ask' | 'bad'
const ICONS: Record<Tone, IconName> = { info: 'info', good: 'check', ask: 'warn', bad: 'warn' }

/** Something to know. With `live` it is read aloud when it appears. */
export function Notice({ tone = 'info', title, live, children }: { tone?: Tone; title?: string; live?: boolean; children?: ReactNode }) {
  return (
    <div className={`notice ${tone}`} role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}>
      <Icon name={ICONS[tone]} />
      <div className="stack tight">
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  )
}

export function Badge({
  tone,
  icon,
  children,
}: {
  tone?: 'good' | 'ask' | 'bad' | 'accent' | undefined
  icon?: IconName
  children: ReactNode
}) {
  return (
    <span className={`badge ${tone ?? ''}`}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  )
}
