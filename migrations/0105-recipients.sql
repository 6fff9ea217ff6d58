-- The register of recipients: who may get what from us, as what, under which agreement (promises 5-a … 5-h, X-10).
-- `#outbound` asks it at every call, and the published list of suppliers is printed from it. No customer stands in it.
create table core.recipient (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  name text not null,
  -- processor: on our instruction (art. 28). controller: answers for itself. own_module: part of this program, told for clarity (C-13).
  role text not null check (role in ('processor', 'controller', 'own_module')),
  does_nb text not null,
  does_en text not null,
  purposes text[] not null,
  -- What goes on although the yearly review is late, because somebody is owed it (promise 5-e).
  essential text[] not null default '{}',
  -- The legal ground of handing data over, as the transfer log tells it.
  ground text not null,
  location text not null check (location ~ '^[A-Z]{2}$'),
  transfer_ground text,
  -- Whose data it holds: everybody's by running our machines or books, those it was sent (the transfer log knows), or nobody's.
  holds text not null check (holds in ('everybody', 'transferred', 'nobody')),
  -- By which columns it can tell whom an instruction is about.
  known_by text[] not null default '{}',
  -- Why a correction or restriction cannot reach what it got; art. 19 wants the reason recorded.
  cannot_follow text,
  reached_by text not null check (reached_by in ('webhook', 'email', 'nothing')),
  webhook_to text,
  -- The secret is derived from this number and a key outside the database: a new number is a new secret.
  webhook_version integer not null default 1,
  mailbox text,
  announced_at timestamptz not null,
  -- Null until a published statement names it (promise 8-a).
  active_at timestamptz,
  ended_at timestamptz,
  check (reached_by <> 'webhook' or webhook_to is not null),
  check (reached_by <> 'email' or mailbox is not null)
);

-- Each field with the reason why this recipient needs it (promise 5-b).
create table core.recipient_field (
  recipient text not null references core.recipient,
  field text not null,
  reason text not null check (btrim(reason) <> ''),
  primary key (recipient, field)
);

-- The document itself is filed elsewhere; its hash says which one it was. `covers`: the letters of art. 28(3) (a) … (h).
create table core.recipient_agreement (
  recipient text not null references core.recipient,
  id uuid not null,
  document_name text not null,
  document_hash text not null check (document_hash ~ '^[0-9a-f]{64}$'),
  covers text[] not null check (covers <@ array['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']),
  breach_notice_hours integer not null check (breach_notice_hours > 0),
  signed_on date not null,
  ends_on date,
  primary key (recipient, id)
);

-- The yearly look at security, sub-processors, incidents and place (promise 5-e).
create table core.recipient_review (
  recipient text not null references core.recipient,
  id uuid not null,
  reviewed_on date not null,
  next_on date not null,
  found text not null,
  staff_user_id text not null,
  primary key (recipient, id)
);

-- What a supplier must keep by law, and for how long: only what stands here (promise 2.6-h).
create table core.recipient_exemption (
  recipient text not null references core.recipient,
  id uuid not null,
  data_class text not null check (btrim(data_class) <> ''),
  statute text not null check (btrim(statute) <> ''),
  section text not null check (btrim(section) <> ''),
  holder text not null check (btrim(holder) <> ''),
  -- The retention rule that says when it ends, such as R-07.
  rule text not null,
  primary key (recipient, id)
);

-- Known, told of at least 30 days ahead, and objected to when we do not want them (promise 5-f).
create table core.sub_processor (
  recipient text not null references core.recipient,
  id uuid not null,
  name text not null,
  does text not null,
  location text not null check (location ~ '^[A-Z]{2}$'),
  transfer_ground text,
  told_on date not null,
  effective_on date not null,
  objected_on date,
  ended_on date,
  primary key (recipient, id)
);

-- What was refused at the door out, without anybody's data: how often, for whom, why (promises 5-a, 5-d).
create table core.refused_transfer (
  id uuid primary key,
  at timestamptz not null,
  recipient text not null,
  purpose text not null,
  fields text[] not null,
  why text not null
);
create index refused_transfer_at on core.refused_transfer (at);
grant insert on core.refused_transfer to ordholden_jobs;

-- What the door out must know of a recipient, for whatever role carries the data: no more than that is shown.
create function house.recipient_standing(wanted text, at timestamptz)
returns table (
  role text, active boolean, purposes text[], essential text[], fields text[], ground text,
  location text, transfer_ground text, agreement text, review_overdue boolean
)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  with today as (select (at at time zone 'Europe/Oslo')::date as day)
  select r.role,
    coalesce(r.active_at <= at and (r.ended_at is null or r.ended_at > at), false),
    r.purposes, r.essential,
    array(select f.field from core.recipient_field f where f.recipient = r.id),
    r.ground, r.location, r.transfer_ground,
    case
      when exists (select 1 from core.recipient_agreement a where a.recipient = r.id and a.signed_on <= day
        and (a.ends_on is null or a.ends_on >= day) and a.covers @> array['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) then 'current'
      when exists (select 1 from core.recipient_agreement a where a.recipient = r.id and a.signed_on <= day) then 'ended'
      else 'none'
    end,
    coalesce((select max(v.next_on) + 30 < day from core.recipient_review v where v.recipient = r.id), true)
  from core.recipient r, today
  where r.id = wanted;
$$;
