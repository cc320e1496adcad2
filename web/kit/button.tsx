import type { ComponentProps } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** `main`: the one next step of a screen; `quiet`: the others; `plain`: beside text; `danger`: what cannot be taken back. */
export type ButtonLook = 'main' | 'quiet' | 'plain' | 'danger'
type Props = ComponentProps<'button'> & { look?: ButtonLook; icon?: IconName | undefined; wide?: boolean; busy?: boolean }

/** While `busy` it stays where it is and can be reached, and a second press does nothing. */
export function Button({ look = 'quiet', icon, wide, busy, children, onClick, type = 'button', ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      className={`button ${look}${wide ? ' wide' : ''}`}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {busy ? <span className="spinner" aria-hidden="true" /> : icon && <Icon name={icon} size={20} />}
      {children}
    </button>
  )
}

/** A button without words on it; `label` is what it says to who does not see it. */
export function IconButton({ icon, label, ...rest }: Omit<ComponentProps<'button'>, 'children'> & { icon: IconName; label: string }) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  )
}
