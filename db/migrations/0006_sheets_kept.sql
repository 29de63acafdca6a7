CREATE TABLE "kept_sheet" (
	"person_id" integer NOT NULL,
	"community" text NOT NULL,
	"sheet" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"file" text NOT NULL,
	"rows" "bytea" NOT NULL,
	"count" integer NOT NULL,
	"problems" jsonb NOT NULL,
	"total" integer NOT NULL,
	"totals" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT moment() NOT NULL,
	CONSTRAINT "kept_sheet_person_id_community_sheet_hash_pk" PRIMARY KEY("person_id","community","sheet","hash")
);
--> statement-breakpoint
ALTER TABLE "kept_sheet" ADD CONSTRAINT "kept_sheet_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;