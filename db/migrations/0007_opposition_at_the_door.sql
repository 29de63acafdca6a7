ALTER TABLE "notice_opposition" ADD COLUMN "recorder_id" integer;--> statement-breakpoint
ALTER TABLE "notice_opposition" ADD COLUMN "channel" text DEFAULT 'self' NOT NULL;--> statement-breakpoint
ALTER TABLE "notice_opposition" ADD COLUMN "proof" text;--> statement-breakpoint
ALTER TABLE "notice_opposition" ADD COLUMN "witness_id" integer;--> statement-breakpoint
ALTER TABLE "notice_opposition" ADD COLUMN "witness" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "notice_opposition" ADD COLUMN "replaced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notice_opposition" ADD CONSTRAINT "notice_opposition_recorder_id_person_id_fk" FOREIGN KEY ("recorder_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_opposition" ADD CONSTRAINT "notice_opposition_witness_id_person_id_fk" FOREIGN KEY ("witness_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;