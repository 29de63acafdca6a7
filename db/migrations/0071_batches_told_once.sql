ALTER TABLE "repair_batch" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "repair_batch" ADD COLUMN "told_units" integer;--> statement-breakpoint
ALTER TABLE "repair_batch" ADD COLUMN "told_good" integer;--> statement-breakpoint
ALTER TABLE "repair_batch" ADD CONSTRAINT "repair_batch_told" CHECK (num_nulls("repair_batch"."told_at", "repair_batch"."told_units", "repair_batch"."told_good") in (0, 3));--> statement-breakpoint
ALTER TABLE "repair_batch" ADD CONSTRAINT "repair_batch_good" CHECK ("repair_batch"."told_good" between 0 and "repair_batch"."told_units");