-- A wave belongs to one completion: what is reopened, mended and completed again is verified anew.
ALTER TABLE "callback_wave" DROP CONSTRAINT "callback_wave_community_id_proposal_id_wave_unique";--> statement-breakpoint
ALTER TABLE "callback_wave" ADD COLUMN "completed_at" timestamp with time zone;--> statement-breakpoint
UPDATE "callback_wave" v SET "completed_at" = coalesce((SELECT max(w."completed_at") FROM "works" w
  WHERE w."community_id" = v."community_id" AND w."proposal_id" = v."proposal_id"), v."drawn_at");--> statement-breakpoint
ALTER TABLE "callback_wave" ALTER COLUMN "completed_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "callback_wave" ADD CONSTRAINT "callback_wave_once" UNIQUE("community_id","proposal_id","wave","completed_at");
