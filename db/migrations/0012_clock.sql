CREATE TABLE "clock" (
	"single" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"ahead" integer NOT NULL,
	CONSTRAINT "clock_single" CHECK ("clock"."single"),
	CONSTRAINT "clock_ahead" CHECK ("clock"."ahead" >= 0)
);
--> statement-breakpoint
create function clock_ahead() returns interval language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return coalesce((select make_interval(secs => ahead) from clock), interval '0');
end $$;--> statement-breakpoint
-- The one clock. It may be set by a session logged in as `seed`, and moved on, where there is that role: in demonstrations.
create or replace function moment() returns timestamptz language plpgsql volatile as $$
begin
  if to_regrole('seed') is null then
    return clock_timestamp();
  end if;
  if session_user = 'seed' and coalesce(current_setting('tongxin.now', true), '') <> '' then
    return current_setting('tongxin.now')::timestamptz;
  end if;
  return clock_timestamp() + public.clock_ahead();
end $$;--> statement-breakpoint
-- The queue lives by the clock on the wall: what is due at a moment of ours is due so much earlier there.
create or replace function enqueue(task text, payload json, run_at timestamptz, job_key text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(identifier => task, payload => payload, run_at => run_at - public.clock_ahead(),
    job_key => job_key, max_attempts => 25);
end $$;--> statement-breakpoint
-- Moves the clock of a demonstration on: to `until`, or as far as the next job that falls due before. `waiting`: one that is
-- due has not been done yet, and nothing has moved. Whoever is signed in stays so.
create function move_clock(until timestamptz) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  next timestamptz;
  step integer;
begin
  if to_regrole('seed') is null then
    raise exception 'only the clock of a demonstration is moved' using errcode = 'insufficient_privilege';
  end if;
  lock table clock in exclusive mode;
  select min(run_at) + clock_ahead() into next from graphile_worker._private_jobs where attempts < max_attempts;
  if next <= moment() then
    return 'waiting';
  end if;
  step := greatest(0, ceil(extract(epoch from least(next, until) - moment())));
  update session set expires_at = expires_at + make_interval(secs => step) where revoked_at is null and expires_at > moment();
  insert into clock (ahead) values (step) on conflict (single) do update set ahead = clock.ahead + excluded.ahead;
  update graphile_worker._private_jobs set run_at = run_at - make_interval(secs => step) where locked_at is null;
  perform pg_notify('jobs:insert', '{"r":' || random()::text || ',"count":1}');
  return case when next <= until then 'moved' else 'there' end;
end $$;--> statement-breakpoint
revoke all on function move_clock(timestamptz) from public;
