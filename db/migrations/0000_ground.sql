create extension if not exists pg_trgm;--> statement-breakpoint
create extension if not exists btree_gist;--> statement-breakpoint
-- The one clock. Only a session logged in as `seed` (demonstration databases) may say what time it is.
create function moment() returns timestamptz language plpgsql volatile as $$
begin
  if session_user = 'seed' and coalesce(current_setting('tongxin.now', true), '') <> '' then
    return current_setting('tongxin.now')::timestamptz;
  end if;
  return clock_timestamp();
end $$;
