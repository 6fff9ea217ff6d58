-- A person's id is nobody else's, whatever relationship it stands in; every rule that hides somebody asks by it alone, and so compares
-- one value for each row and not two (decision 88).
drop index core.person_id;
create unique index person_id on core.person (id);
drop index core.restriction_person;
create index restriction_person on core.restriction (person_id) where lifted_at is null;
drop index core.objection_person;
create index objection_person on core.objection (person_id) where lifted_at is null;
drop index core.relationship_end_in_force;
create index relationship_end_in_force on core.relationship_end (person_id) where reopened_at is null;
drop index core.consent_person;
create index consent_person on core.consent (person_id);
