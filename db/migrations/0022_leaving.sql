ALTER TABLE "person" ADD COLUMN "erases_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "kept_name" text;