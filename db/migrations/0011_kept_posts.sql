CREATE TABLE "kept_post" (
	"browser" "bytea" NOT NULL,
	"path" text NOT NULL,
	"values" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT moment() NOT NULL,
	CONSTRAINT "kept_post_browser_path_pk" PRIMARY KEY("browser","path")
);
--> statement-breakpoint
CREATE INDEX "kept_post_at" ON "kept_post" USING btree ("at");