ALTER TABLE "cases" ADD COLUMN "posted_at" timestamp with time zone DEFAULT moment();--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "posted_by" integer;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "posted_title" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "posted_place" text;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_posted_by_person_id_fk" FOREIGN KEY ("posted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;