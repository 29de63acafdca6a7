CREATE TABLE "topic_snapshot" (
	"community_id" integer NOT NULL,
	"counted" integer NOT NULL,
	"topics" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "topic_snapshot_community_id_pk" PRIMARY KEY("community_id")
);
--> statement-breakpoint
ALTER TABLE "topic_snapshot" ADD CONSTRAINT "topic_snapshot_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;