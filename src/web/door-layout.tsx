import { Outlet } from 'react-router'

/** Where staff come in: one card, nothing around it, no script. */
export default function DoorLayout() {
  return (
    <main className="door" id="main">
      <p className="mark">Ordholden</p>
      <div className="ds-card">
        <Outlet />
      </div>
    </main>
  )
}
