ALTER TABLE "opinion_content" ADD COLUMN "message" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "notice_opposition" ADD COLUMN "message" text DEFAULT '' NOT NULL;