/** The ground floor knows no person, so its tables are declared here: accounts and sessions, jobs, mail, numbers, settings. */
import { key, nobody, personalData, type PersonalColumn } from './personal-data.ts'

const credential: PersonalColumn = {
  holds: 'credentials',
  for: ['security', 'rights_handling'],
  from: 'registration',
  ends: 'R-03',
  says: 'retention.sign-in-ends',
}
const secret: PersonalColumn = { ...credential, secret: true }
const securityLog: PersonalColumn = {
  holds: 'security',
  for: ['security', 'rights_handling'],
  from: 'system',
  ends: 'R-22',
  says: 'retention.security-log-ends',
}
const message: PersonalColumn = {
  holds: 'messages',
  for: ['administer', 'rights_handling'],
  from: 'system',
  ends: 'R-16',
  says: 'inquiries.messages-are-kept',
}

const auth = { scope: 'local', read: [], direct: ['security', 'rights_handling'], erasure: 'delete' } as const

const authUser = personalData(
  'auth.user',
  {
    id: key,
    name: credential,
    email: credential,
    emailVerified: nobody,
    image: nobody,
    createdAt: nobody,
    updatedAt: nobody,
    twoFactorEnabled: nobody,
  },
  {
    ...auth,
    user: 'id',
    // A customer's; whoever works here keeps their sign-in as long as they do.
    endings: [
      {
        rule: 'R-03',
        since: `greatest(t."updatedAt", (select max(s."createdAt") from auth.session s where s."userId" = t.id))`,
        when: 'exists (select 1 from portal_login l where l.user_id = t.id)',
      },
      { rule: 'R-31', since: 'null', does: 'elsewhere' },
    ],
  },
)

const authSession = personalData(
  'auth.session',
  {
    id: key,
    userId: key,
    token: secret,
    ipAddress: securityLog,
    userAgent: securityLog,
    expiresAt: nobody,
    createdAt: nobody,
    updatedAt: nobody,
  },
  { ...auth, user: 'userId', endings: [{ rule: 'R-22', since: 't."createdAt"' }] },
)

const authAccount = personalData(
  'auth.account',
  {
    id: key,
    userId: key,
    accountId: credential,
    providerId: nobody,
    accessToken: secret,
    refreshToken: secret,
    idToken: secret,
    accessTokenExpiresAt: nobody,
    refreshTokenExpiresAt: nobody,
    scope: nobody,
    password: secret,
    createdAt: nobody,
    updatedAt: nobody,
  },
  { ...auth, user: 'userId', goesWith: 'auth.user' },
)

const authVerification = personalData(
  'auth.verification',
  { id: key, identifier: secret, value: credential, expiresAt: nobody, createdAt: nobody, updatedAt: nobody },
  { ...auth, address: 'value', endings: [{ rule: 'R-22', since: 't."expiresAt"' }] },
)

const authTwoFactor = personalData(
  'auth.twoFactor',
  {
    id: key,
    userId: key,
    secret,
    backupCodes: secret,
    verified: nobody,
    failedVerificationCount: nobody,
    lockedUntil: nobody,
  },
  { ...auth, user: 'userId', goesWith: 'auth.user' },
)

const authRateLimit = personalData(
  'auth.rateLimit',
  { id: key, key: securityLog, count: nobody, lastRequest: nobody },
  { ...auth, since: 'to_timestamp(t."lastRequest" / 1000.0)' },
)

export const mail = personalData(
  'core.mail',
  {
    account_id: key,
    id: key,
    person_id: key,
    kind: nobody,
    purpose: nobody,
    to_address: message,
    subject: message,
    body: message,
    attachment: message,
    queued_at: nobody,
    sent_at: nobody,
    failed_at: nobody,
    failure: nobody,
  },
  {
    scope: 'account',
    read: ['administer', 'rights_handling', 'legal_obligation'],
    insert: 'all',
    update: ['administer'],
    delete: ['rights_handling', 'legal_obligation'],
    person: 'person_id',
    stops: false,
    // Post that lies here goes out; no new letter is written to whoever a stop hides from the purpose.
    writesStop: ['insert'],
    erasure: 'delete',
    since: 'coalesce(t.sent_at, t.queued_at)',
  },
)

export const setting = personalData(
  'core.setting',
  { key: key, value: nobody, changed_at: nobody },
  { scope: 'reference', read: 'all', insert: ['administer'], update: ['administer'] },
)

const numberSeries = personalData(
  'core.number_series',
  { series: key, next: nobody },
  { scope: 'local', read: 'all', insert: 'all', update: 'all' },
)

export const layer = personalData(
  'house.layer',
  { one: key, declarations_hash: nobody, built_at: nobody },
  { scope: 'local', read: [] },
)

export const migration = personalData(
  'house.migration',
  { name: key, checksum: nobody, applied_at: nobody },
  { scope: 'local', read: [] },
)

const jobs = { scope: 'local', read: [] } as const

/** Job payloads hold ids only; the search after an erasure looks through them all the same. */
const jobTables = [
  personalData(
    'graphile_worker._private_jobs',
    {
      id: key,
      job_queue_id: key,
      task_id: key,
      payload: nobody,
      priority: nobody,
      run_at: nobody,
      attempts: nobody,
      max_attempts: nobody,
      last_error: nobody,
      created_at: nobody,
      updated_at: nobody,
      key: nobody,
      locked_at: nobody,
      locked_by: nobody,
      revision: nobody,
      flags: nobody,
      is_available: nobody,
    },
    jobs,
  ),
  personalData(
    'graphile_worker._private_job_queues',
    { id: key, queue_name: nobody, locked_at: nobody, locked_by: nobody, is_available: nobody },
    jobs,
  ),
  personalData('graphile_worker._private_known_crontabs', { identifier: key, known_since: nobody, last_execution: nobody }, jobs),
  personalData('graphile_worker._private_tasks', { id: key, identifier: nobody }, jobs),
  personalData('graphile_worker.migrations', { id: key, ts: nobody, breaking: nobody }, jobs),
]

export const platformTables = [
  authUser,
  authSession,
  authAccount,
  authVerification,
  authTwoFactor,
  authRateLimit,
  mail,
  setting,
  numberSeries,
  layer,
  migration,
  ...jobTables,
]
