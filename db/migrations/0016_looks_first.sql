ALTER TABLE "community" ADD COLUMN "looks_first" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "waits" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "shown_problem" text;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "shown_ask" text;