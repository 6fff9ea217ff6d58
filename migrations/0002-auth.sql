-- Accounts and sessions, as better-auth 1.7 wants them (users, sessions, credentials, TOTP, magic links, rate limits).
create schema auth;

create table auth."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  "twoFactorEnabled" boolean
);

create table auth.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" (id) on delete cascade
);
create index session_of_user on auth.session ("userId");

create table auth.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index account_of_user on auth.account ("userId");

create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index verification_identifier on auth.verification (identifier);

create table auth."twoFactor" (
  id text primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  verified boolean,
  "failedVerificationCount" integer default 0,
  "lockedUntil" timestamptz
);
create index two_factor_of_user on auth."twoFactor" ("userId");

create table auth."rateLimit" (
  id text primary key,
  key text not null unique,
  count integer not null,
  "lastRequest" bigint not null
);

-- Who works here, and as what. Signing the declaration of confidentiality comes before any access (promise 6-c).
create table core.staff (
  user_id text primary key references auth."user" (id) on delete cascade,
  role text not null check (role in ('salesperson', 'marketer', 'privacy_officer', 'accountant', 'host')),
  confidentiality_signed_at timestamptz,
  left_at timestamptz
);

-- The first member of staff is invited by a link that works once; its hash is all we keep.
create table core.staff_invitation (
  token_hash text primary key,
  role text not null check (role in ('salesperson', 'marketer', 'privacy_officer', 'accountant', 'host')),
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
