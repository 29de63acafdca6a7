ALTER TABLE "callback" ADD COLUMN "may_tell" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "callback" ADD COLUMN "followed" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "callback" ADD COLUMN "followed_by" integer;--> statement-breakpoint
ALTER TABLE "callback" ADD COLUMN "followed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "callback" ADD CONSTRAINT "callback_followed_by_person_id_fk" FOREIGN KEY ("followed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callback" ADD CONSTRAINT "callback_followed" CHECK (("callback"."followed_at" is null) = ("callback"."followed_by" is null) and ("callback"."followed_at" is null or ("callback"."at" is not null and "callback"."followed" <> '')));