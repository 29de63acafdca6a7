ALTER TABLE "rate_period" ADD COLUMN "source" text DEFAULT 'reported' NOT NULL;--> statement-breakpoint
ALTER TABLE "rate_period" ADD COLUMN "response_only" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rate_period" ADD COLUMN "response_only_contacted" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rate_period" ADD COLUMN "full_view" jsonb;--> statement-breakpoint
ALTER TABLE "rate_period" ADD CONSTRAINT "rate_period_source_known" CHECK ("rate_period"."source" in ('reported', 'callbacks'));--> statement-breakpoint
ALTER TABLE "rate_period" ADD CONSTRAINT "rate_period_counted_in_full" CHECK (("rate_period"."source" = 'callbacks') = ("rate_period"."full_view" is not null));