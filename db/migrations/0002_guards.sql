-- What may be there once at a time: an open round of a proposal, a term of a community, a home, a request to join.
alter table round add constraint round_window check (closes_at >= opens_at);--> statement-breakpoint
alter table round add constraint round_one_open exclude using gist
  (community_id with =, proposal_id with =, tstzrange(opens_at, closes_at) with &&) where (state <> 'void');--> statement-breakpoint
alter table term add constraint term_no_overlap exclude using gist
  (community_id with =, daterange(from_day, to_day, '[]') with &&);--> statement-breakpoint
create unique index residency_once on residency (community_id, household_id, person_id) where to_at is null;--> statement-breakpoint
create unique index join_once on join_request (community_id, household_id, person_id) where state = 'requested';--> statement-breakpoint

-- Proposals that are alike are found by what they say.
create index proposal_similar on proposal using gin ((title || ' ' || place || ' ' || problem) gin_trgm_ops);--> statement-breakpoint

-- What is only ever added to. Changing the groups starts their snapshot anew, so group_household is not among them: its
-- hash stands on the record, and what each round was held on stays in electorate.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['ledger_leaf','opinion','proposal_event','objection_event','visit','round_cell','signature','electorate','handover'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', t);
    execute format('create trigger append_only_table before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;--> statement-breakpoint

-- A published plan and its clauses never change.
create function refuse_published() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'plan' then
    if old.state = 'published' then
      raise exception 'a published plan version is immutable' using errcode = 'restrict_violation';
    end if;
  elsif exists (select 1 from plan p where p.community_id = coalesce(old.community_id, new.community_id)
      and p.id = coalesce(old.plan_id, new.plan_id) and p.state = 'published') then
    raise exception 'a published plan version is immutable' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;--> statement-breakpoint
create trigger plan_immutable before update or delete on plan for each row execute function refuse_published();--> statement-breakpoint
create trigger clause_immutable before insert or update or delete on clause for each row execute function refuse_published();--> statement-breakpoint
create trigger plan_change_immutable before insert or update or delete on plan_change for each row execute function refuse_published();--> statement-breakpoint
create trigger plan_materiality_immutable before insert or update or delete on plan_materiality for each row execute function refuse_published();--> statement-breakpoint

-- An opinion and a visit belong inside their round's window, by the database's clock. What was recorded for a household,
-- it may correct by its own word for 72 hours, also after the round is over; such a word comes after the count, which
-- takes only what was received before the close.
create function within_window() returns trigger language plpgsql as $$
declare r record;
begin
  select state, opens_at, closes_at into r from round where community_id = new.community_id and id = new.round_id for share;
  if r.state = 'open' and moment() >= r.opens_at and moment() < r.closes_at then
    return new;
  end if;
  if tg_table_name = 'opinion' and r.state <> 'void' and moment() >= r.closes_at then
    if new.own and exists (select 1 from opinion o where o.community_id = new.community_id and o.round_id = new.round_id
        and o.household_id = new.household_id and not o.own and o.received_at > moment() - interval '72 hours') then
      return new;
    end if;
  end if;
  raise exception 'the round is not open' using errcode = 'check_violation', constraint = 'round_window_open';
end $$;--> statement-breakpoint
create trigger opinion_window before insert on opinion for each row execute function within_window();--> statement-breakpoint
create trigger visit_window before insert on visit for each row execute function within_window();--> statement-breakpoint

-- Jobs enter only here, in the transaction of the command that asks for them.
create function enqueue(task text, payload json, run_at timestamptz, job_key text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(identifier => task, payload => payload, run_at => run_at, job_key => job_key, max_attempts => 25);
end $$;--> statement-breakpoint
revoke all on function enqueue(text, json, timestamptz, text) from public;
