ALTER TABLE "term" ADD COLUMN "alone" boolean DEFAULT true NOT NULL;--> statement-breakpoint
-- Where somebody serves in two communities at once already, the later stays as it is; from here on nobody is sent twice.
update term t set alone = false where t.from_day <= t.to_day and exists (select from term o
  where o.person_id = t.person_id and o.id < t.id and o.from_day <= o.to_day
    and o.from_day <= t.to_day and o.to_day >= t.from_day);--> statement-breakpoint
alter table term add constraint term_elsewhere exclude using gist
  (person_id with =, daterange(from_day, to_day + 1, '[)') with &&) where (alone);
