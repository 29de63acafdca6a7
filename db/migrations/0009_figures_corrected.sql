ALTER TABLE "rate_period" DROP CONSTRAINT "rate_period_community_id_from_day_to_day_profile_unique";--> statement-breakpoint
ALTER TABLE "rate_period" ALTER COLUMN "contacted" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "rate_period" ALTER COLUMN "resolved" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "rate_period" ALTER COLUMN "satisfied" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "rate_period" ALTER COLUMN "fairly_satisfied" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "rate_period" ALTER COLUMN "fairly_satisfied" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "rate_period" ADD COLUMN "corrects" integer;--> statement-breakpoint
ALTER TABLE "rate_period" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "rate_period" ADD CONSTRAINT "rate_period_community_id_corrects_rate_period_community_id_id_fk" FOREIGN KEY ("community_id","corrects") REFERENCES "public"."rate_period"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rate_period" ADD CONSTRAINT "rate_period_community_id_corrects_unique" UNIQUE("community_id","corrects");--> statement-breakpoint
ALTER TABLE "rate_period" ADD CONSTRAINT "rate_period_correction_has_reason" CHECK (("rate_period"."corrects" is null) = ("rate_period"."reason" is null));