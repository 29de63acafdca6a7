CREATE TABLE "report_layout" (
	"community_id" integer NOT NULL,
	"columns" jsonb NOT NULL,
	"said_by" integer,
	"at" timestamp with time zone DEFAULT moment() NOT NULL,
	CONSTRAINT "report_layout_community_id_pk" PRIMARY KEY("community_id")
);
--> statement-breakpoint
ALTER TABLE "report_layout" ADD CONSTRAINT "report_layout_said_by_person_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;