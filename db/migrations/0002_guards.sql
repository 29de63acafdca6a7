-- No two open rounds of one proposal; no two terms of a community overlap.
alter table round add constraint round_one_open exclude using gist
  (community_id with =, proposal_id with =, tstzrange(opens_at, closes_at) with &&) where (state <> 'void');--> statement-breakpoint
alter table round add constraint round_window check (closes_at >= opens_at);--> statement-breakpoint
alter table term add constraint term_no_overlap exclude using gist
  (community_id with =, daterange(from_day, to_day, '[]') with &&);--> statement-breakpoint
create unique index residency_once on residency (community_id, household_id, person_id) where to_at is null;--> statement-breakpoint
create unique index join_once on join_request (community_id, household_id, person_id) where state = 'requested';--> statement-breakpoint
create index proposal_similar on proposal using gin ((title || ' ' || place || ' ' || problem) gin_trgm_ops);--> statement-breakpoint
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['ledger_leaf','opinion','proposal_event','objection_event','visit','round_cell','signature','electorate','group_household'] loop
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
-- An opinion and a visit belong inside their round's window, by the database's clock.
create function within_window() returns trigger language plpgsql as $$
declare r record;
begin
  select state, opens_at, closes_at into r from round where community_id = new.community_id and id = new.round_id for share;
  if r.state <> 'open' or moment() < r.opens_at or moment() >= r.closes_at then
    raise exception 'the round is not open' using errcode = 'check_violation', constraint = 'round_window_open';
  end if;
  return new;
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
