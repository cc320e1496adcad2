import { type ReactNode, useEffect, useId, useRef } from 'react'
import { words } from '../words/words.ts'
import { IconButton } from './button.tsx'

/**
 * A sheet over the screen: from below on a phone, at the side on a desk. The browser keeps the focus inside, closes it with Escape, and gives
 * the focus back to where it came from.
 */
export function Sheet({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const one = dialog.current
    const before = document.activeElement
    one?.showModal()
    return () => {
      one?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a touch beside the sheet closes it; for the keyboard there is Escape and the close button
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className="sheet-head">
        <h2 id={id}>{title}</h2>
        <IconButton icon="close" label={words.kit.close} onClick={onClose} />
      </div>
      <div className="sheet-body stack">{children}</div>
    </dialog>
  )
}
