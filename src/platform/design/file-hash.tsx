import { useState, type ComponentProps } from 'react'
import { Field } from './field.tsx'

/**
 * The SHA-256 of a file on the reader's own machine. It is counted in the browser, so the file is sent nowhere and no form of ours takes
 * one. Where the browser may not count (a page without https), the sum is written in as before.
 */
export function FileHash({ value, hint, ...field }: Omit<ComponentProps<typeof Field>, 'type' | 'pattern'>) {
  const [counted, setCounted] = useState<string>()
  const [failed, setFailed] = useState(false)
  const count = async (file: File | undefined) => {
    setFailed(false)
    try {
      setCounted(file && (await sha256Of(file)))
    } catch {
      setFailed(true)
    }
  }
  return (
    <div className="fields">
      <div className="ds-field">
        <label className="ds-label" data-weight="semibold" htmlFor={`${field.of ?? ''}${field.name}-file`}>
          Velg filen
        </label>
        <div data-field="description">Kontrollsummen regnes ut i nettleseren din. Filen sendes ingen steder.</div>
        <input
          className="ds-input"
          type="file"
          id={`${field.of ?? ''}${field.name}-file`}
          onChange={(event) => void count(event.currentTarget.files?.[0])}
        />
        {failed && <p className="ds-validation-message">Nettleseren kunne ikke lese filen. Skriv kontrollsummen inn under.</p>}
      </div>
      <Field
        {...field}
        key={counted}
        value={counted ?? value}
        hint={hint ?? 'SHA-256: 64 tegn, 0–9 og a–f.'}
        spellCheck={false}
      />
    </div>
  )
}

async function sha256Of(file: File): Promise<string> {
  const sum = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
