/**
 * Who works here and as what: invited by a link, let in by password and one-time code, bound by a signed declaration.
 * Keeps: security.staff-use-two-factors (promise 4-e), disclosure.staff-are-bound-to-silence (promise 6-c).
 */
export { acceptInvitation } from './accept-invitation.ts'
export { firstInvitation, inviteStaff, openInvitation } from './invite-staff.ts'
export { letGo, namesOfStaff, staffList } from './staff-list.ts'
export { mustUseTwoFactors, whoSignedIn } from './who-signed-in.ts'
export { privacyAddresses } from './privacy-addresses.ts'
export { letIn } from './let-in.ts'
export { lookAtAnother, personWithAddress } from './link-person.ts'
export { isRole, roleNames, roles } from './roles.ts'
export { sendSignInLink } from './mails/sign-in-link.ts'
