ALTER TABLE "kept_sheet" ADD COLUMN "begun_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "kept_sheet" ADD COLUMN "read_rows" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "kept_sheet" ADD COLUMN "refusal" jsonb;