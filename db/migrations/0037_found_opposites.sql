CREATE TABLE "opposite_found" (
	"community_id" integer NOT NULL,
	"pairs" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "opposite_found_community_id_pk" PRIMARY KEY("community_id")
);
--> statement-breakpoint
ALTER TABLE "opposite_found" ADD CONSTRAINT "opposite_found_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;