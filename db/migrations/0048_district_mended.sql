ALTER TABLE "posting" DROP CONSTRAINT "posting_days";--> statement-breakpoint
ALTER TABLE "posting" ADD CONSTRAINT "posting_days" CHECK ("posting"."from_day" <= "posting"."to_day" + 1);--> statement-breakpoint
alter table term drop constraint term_no_overlap;--> statement-breakpoint
alter table term add constraint term_no_overlap exclude using gist
  (community_id with =, daterange(from_day, to_day + 1, '[)') with &&);--> statement-breakpoint
alter table posting drop constraint posting_no_overlap;--> statement-breakpoint
alter table posting add constraint posting_no_overlap exclude using gist
  (candidate_id with =, daterange(from_day, to_day + 1, '[)') with &&);
