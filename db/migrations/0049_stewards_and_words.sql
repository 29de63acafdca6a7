ALTER TABLE "sign_up" ADD COLUMN "told_by" integer;--> statement-breakpoint
-- Words said so far are of whoever signed up, or wrote the household down.
update sign_up set told_by = coalesce(person_id, recorded_by) where feedback <> '';--> statement-breakpoint
ALTER TABLE "sign_up" ADD CONSTRAINT "sign_up_told_by_person_id_fk" FOREIGN KEY ("told_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_up_told_by_index" ON "sign_up" USING btree ("told_by");--> statement-breakpoint
ALTER TABLE "sign_up" ADD CONSTRAINT "sign_up_told" CHECK (("sign_up"."feedback" = '') = ("sign_up"."told_by" is null));--> statement-breakpoint
-- Whoever stood in where they have a turn of their own stands in no more: nobody is in two turns at once.
update duty_shift d set stand_in_id = null where d.minutes is null and exists (select from duty_shift o
  where o.community_id = d.community_id and o.day = d.day and o.part = d.part and o.id <> d.id
    and coalesce(o.stand_in_id, case when o.offered_at is null then o.steward_id end) = d.stand_in_id);--> statement-breakpoint
ALTER TABLE "duty_shift" ADD COLUMN "on_duty_id" integer GENERATED ALWAYS AS (coalesce(stand_in_id, case when offered_at is null then steward_id end)) STORED;--> statement-breakpoint
ALTER TABLE "duty_shift" ADD CONSTRAINT "duty_shift_once" UNIQUE("community_id","day","part","on_duty_id");--> statement-breakpoint
-- Nor are there fewer places than one household waits for together: it could never come in.
create or replace function guard_places_taken() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select from sign_up s where s.community_id = new.community_id and s.occasion_id = new.id and s.state = 'taken'
      group by s.slot having sum(s.heads) > new.places or s.slot >= new.slots) then
    raise exception 'no place that is taken goes' using errcode = 'check_violation', constraint = 'occasion_places_taken';
  end if;
  if new.places < old.places and exists (select from sign_up s where s.community_id = new.community_id
      and s.occasion_id = new.id and s.state = 'waiting' and s.heads > new.places) then
    raise exception 'who waits could never come in' using errcode = 'check_violation', constraint = 'occasion_places_waited';
  end if;
  return null;
end $$;
