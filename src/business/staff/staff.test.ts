import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#testing'
import { acceptInvitation, firstInvitation, inviteStaff, letGo, openInvitation, staffList, whoSignedIn } from './staff.ts'

let house: TestHouse
beforeAll(async () => void (house = await openTestHouse()))
afterAll(() => house.close())
beforeEach(async () => {
  await house.owner.deleteFrom('auth.user').execute()
  await house.owner.deleteFrom('core.staff_invitation').execute()
})

const now = new Date('2026-11-23T10:00:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const siri = { name: 'Siri Dahl', email: 'Siri@ntcprofil.example', password: 'en setning som er lett å huske' }
const tokenOf = (path: string | undefined) => path!.split('/').at(-1)!

describe('an invitation', () => {
  it('opens until three days have passed, and not at that moment', async () => {
    const { token } = await inviteStaff(house.for('security'), now, 'salesperson')
    expect(await openInvitation(house.for('security'), later(71.99), token)).toEqual({ role: 'salesperson' })
    expect(await openInvitation(house.for('security'), later(72), token)).toBeUndefined()
    expect(await acceptInvitation(house.for('security'), later(72), token, siri)).toEqual({ refused: 'invitation is spent' })
  })

  it('works once, also when it is used twice at the same time', async () => {
    const { token } = await inviteStaff(house.for('security'), now, 'salesperson')
    const both = await Promise.all([
      acceptInvitation(house.for('security'), now, token, siri),
      acceptInvitation(house.for('security'), now, token, { ...siri, email: 'other@ntcprofil.example' }),
    ])
    expect(both.filter((answer) => 'userId' in answer)).toHaveLength(1)
    expect(both).toContainEqual({ refused: 'invitation is spent' })
    expect(await staffList(house.for('security'))).toHaveLength(1)
  })

  it('is not spent when the address is somebody else’s, and leaves nothing half-made', async () => {
    const first = await inviteStaff(house.for('security'), now, 'host')
    await acceptInvitation(house.for('security'), now, first.token, siri)
    const second = await inviteStaff(house.for('security'), now, 'accountant')
    expect(await acceptInvitation(house.for('security'), now, second.token, siri)).toEqual({
      refused: 'address is taken',
      field: 'email',
    })
    expect(await openInvitation(house.for('security'), now, second.token)).toEqual({ role: 'accountant' })
    expect(await staffList(house.for('security'))).toHaveLength(1)
  })

  it('is kept as a hash only', async () => {
    const { token } = await inviteStaff(house.for('security'), now, 'host')
    const [kept] = await house.owner.selectFrom('core.staff_invitation').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(token)
  })
})

describe('the first invitation', () => {
  it('is a new link at every start until somebody works here, and the earlier one stops working', async () => {
    const monday = tokenOf(await firstInvitation(house.for('security'), now))
    const tuesday = tokenOf(await firstInvitation(house.for('security'), later(24)))
    expect(await openInvitation(house.for('security'), later(24), monday)).toBeUndefined()
    await acceptInvitation(house.for('security'), later(24), tuesday, siri)
    expect(await firstInvitation(house.for('security'), later(25))).toBeUndefined()
  })
})

describe('a session', () => {
  async function employed() {
    const { token } = await inviteStaff(house.for('security'), now, 'host')
    const accepted = await acceptInvitation(house.for('security'), now, token, siri)
    return 'userId' in accepted ? accepted.userId : ''
  }
  const session = (userId: string, twoFactorEnabled = true) => ({ userId, name: siri.name, email: siri.email, twoFactorEnabled })
  const who = (userId: string, twoFactorEnabled = true) => whoSignedIn(house.for('security'), session(userId, twoFactorEnabled))

  it('belongs to staff with a second factor, a signed declaration and a place here; without one of them, to nobody', async () => {
    const userId = await employed()
    expect(await who(userId)).toEqual({ kind: 'staff', userId, name: siri.name, role: 'host' })
    expect(await who(userId, false)).toEqual({ kind: 'nobody' })

    await house.owner.updateTable('core.staff').set({ confidentiality_signed_at: null }).execute()
    expect(await who(userId)).toEqual({ kind: 'nobody' })
    await house.owner.updateTable('core.staff').set({ confidentiality_signed_at: now }).execute()

    expect(await letGo(house.for('security'), now, 'nobody')).toEqual({ refused: 'nobody here' })
    await letGo(house.for('security'), now, userId)
    expect(await who(userId)).toEqual({ kind: 'nobody' })
  })

  it('of a stranger belongs to nobody', async () => {
    expect(await who('somebody')).toEqual({ kind: 'nobody' })
  })
})
