ALTER TABLE "unit" DROP CONSTRAINT "unit_status_known";--> statement-breakpoint
ALTER TABLE "household" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_status_known" CHECK ("unit"."status" in ('delivered', 'sold_undelivered', 'unsold', 'gone'));