ALTER TABLE "commitment" ADD COLUMN "mended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "commitment" ADD COLUMN "mended_by" integer;--> statement-breakpoint
ALTER TABLE "commitment" ADD COLUMN "mend_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "milestone" ADD COLUMN "returned" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "works" ADD COLUMN "budget_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_mended_by_person_id_fk" FOREIGN KEY ("mended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;