CREATE TABLE "erasure" (
	"community_id" integer NOT NULL,
	"source" text NOT NULL,
	"row_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "erasure_community_id_source_row_id_pk" PRIMARY KEY("community_id","source","row_id")
);
