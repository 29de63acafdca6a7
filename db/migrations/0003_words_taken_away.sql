-- In a table that is only added to, a person's words may be taken away, and nothing else of it changed. The column is the
-- argument of the trigger.
create function refuse_but_taking_away() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(old) ->> tg_argv[0] <> ''
      and to_jsonb(new) = to_jsonb(old) || jsonb_build_object(tg_argv[0], '') then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
drop trigger append_only on objection_event;--> statement-breakpoint
create trigger append_only before update or delete on objection_event
  for each row execute function refuse_but_taking_away('words');--> statement-breakpoint
drop trigger append_only on proposal_event;--> statement-breakpoint
create trigger append_only before update or delete on proposal_event
  for each row execute function refuse_but_taking_away('reason');
