CREATE TABLE "disowned" (
	"community_id" integer NOT NULL,
	"opinion_id" integer NOT NULL,
	"residency_id" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "disowned_community_id_opinion_id_pk" PRIMARY KEY("community_id","opinion_id")
);
--> statement-breakpoint
ALTER TABLE "disowned" ADD CONSTRAINT "disowned_community_id_opinion_id_opinion_community_id_id_fk" FOREIGN KEY ("community_id","opinion_id") REFERENCES "public"."opinion"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disowned" ADD CONSTRAINT "disowned_community_id_residency_id_residency_community_id_id_fk" FOREIGN KEY ("community_id","residency_id") REFERENCES "public"."residency"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "disowned_residency_id_community_id_index" ON "disowned" USING btree ("residency_id","community_id");--> statement-breakpoint
create trigger append_only before update or delete on disowned for each row execute function refuse_change();--> statement-breakpoint
create trigger append_only_table before truncate on disowned for each statement execute function refuse_change();
