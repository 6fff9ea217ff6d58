import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'

type Look = { readonly variant?: 'primary' | 'secondary' | 'tertiary'; readonly color?: 'spruce' | 'danger' | 'neutral' }

/** Does something: sends the form it stands in. */
export function Button({ variant = 'primary', color, ...button }: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button className="ds-button" type="submit" data-variant={variant} data-color={color} {...button} />
}

/** Leads somewhere, and looks like a button. */
export function ButtonLink({ variant = 'primary', color, ...link }: Look & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <a className="ds-button" data-variant={variant} data-color={color} {...link} />
}
