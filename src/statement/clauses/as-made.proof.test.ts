/** What whoever owns the database may do to it behind the program's back: each such change is told of by its name. */
import { describe, expect, it } from 'vitest'
import { definitionsOf, differences } from '#database'
import { proving } from './proving.ts'
import { textBeforePractice } from './revisions.ts'

const { mutation, house } = proving()
const swallow = `create function house.swallow() returns trigger language plpgsql as 'begin return null; end'`

describe('nothing in the database is other than the program made it', () => {
  for (const [lie, told] of [
    [
      'a view is written again without its rules',
      `create or replace view marketing.person as select account_id, id, first_name, last_name, email, language, registered_at, created_at,
        last_active_at, left_on, version from core.person`,
    ],
    ['a view gets a rule of its own', `create or replace rule quiet as on delete to core.suppression do instead nothing`],
    [
      'a guard no longer asks',
      `create or replace function guard.mail_restricted(uuid, uuid) returns boolean language plpgsql security definer stable as $$ begin return false; end $$`,
    ],
    ['row security is switched off', 'alter table core.mail disable row level security'],
    ['row security no longer holds', 'create policy everybody on core.mail for insert with check (true)'],
    ['the constraints of a table are asleep', 'alter table core.invoice_line disable trigger all'],
    [
      'a trigger swallows what is written',
      `${swallow}; create trigger swallow before update on core.consent for each row execute function house.swallow()`,
    ],
    [
      'a function in public works as its owner',
      `create function public.peek() returns setof core.person language sql security definer as 'select * from core.person'`,
    ],
    [
      'a function works in a schema of its own',
      `create schema aside; create function aside.peek() returns bigint language sql security definer as 'select count(*) from core.person'`,
    ],
    ['a function looks elsewhere for its tables', 'alter function house.owns_firm(uuid, uuid) set search_path = public'],
    [
      'everybody may call what works as its owner',
      'grant execute on function house.erase_rows(text, text[], timestamptz) to public',
    ],
    [
      'an event trigger listens',
      `create function house.listen() returns event_trigger language plpgsql as 'begin end'; create event trigger listen on ddl_command_end execute function house.listen()`,
    ],
    ['a check is dropped', 'alter table core.consent drop constraint consent_source_check'],
    ['a key that keeps things unique is dropped', 'alter table core.issued_document drop constraint issued_document_pkey'],
    ['an index is dropped', 'drop index core.restriction_person'],
    ['a value may be missing', 'alter table core.consent alter given_at drop not null'],
    ['a value fills itself in', 'alter table core.consent alter confirmed_at set default now()'],
    ['a purpose may write where it may not', 'grant update (withdrawn_at) on core.consent to ordholden_marketing'],
    ['a table has another owner', 'alter table core.consent owner to ordholden_app'],
    ['all rows are published to another server', 'create publication everything for all tables'],
    ['whatever is made later is open to everybody', 'alter default privileges in schema core grant select on tables to public'],
    ['a role looks elsewhere for its tables', 'alter role ordholden_app set search_path = public'],
    [
      'an operator says yes to everything',
      `create function public.yes(text, text) returns boolean language sql as 'select true'; create operator public.=== (leftarg = text, rightarg = text, function = public.yes)`,
    ],
  ] as const)
    mutation(textBeforePractice, 'the database is as the program made it', lie, told)
})

it('tells by its name what was changed, what is gone and what came beside', async () => {
  const made = await definitionsOf(house().owner)
  expect(made.size).toBeGreaterThan(2000)
  const found = new Map(made)
  found.delete('index core.restriction.core.restriction_person')
  found.set('view marketing.person', 'select * from core.person').set('function peek()', '')
  expect(differences(made, found)).toEqual([
    'function peek()',
    'index core.restriction.core.restriction_person',
    'view marketing.person',
  ])
})
