ALTER TABLE "acceptance" ADD COLUMN "recorder_id" integer;--> statement-breakpoint
ALTER TABLE "acceptance" ADD COLUMN "proof" text;--> statement-breakpoint
ALTER TABLE "acceptance" ADD COLUMN "witness_id" integer;--> statement-breakpoint
ALTER TABLE "acceptance" ADD COLUMN "witness" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "acceptance" ADD COLUMN "message" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_recorder_id_person_id_fk" FOREIGN KEY ("recorder_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_witness_id_person_id_fk" FOREIGN KEY ("witness_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_proof_known" CHECK ("acceptance"."proof" in ('sms_reply', 'read_back'));