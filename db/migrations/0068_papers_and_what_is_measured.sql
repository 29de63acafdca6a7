CREATE TABLE "alternative_drawing" (
	"community_id" integer NOT NULL,
	"alternative_id" integer NOT NULL,
	"site_plan_id" integer NOT NULL,
	"shapes" text NOT NULL,
	CONSTRAINT "alternative_drawing_community_id_alternative_id_pk" PRIMARY KEY("community_id","alternative_id")
);
--> statement-breakpoint
CREATE TABLE "plan_condition" (
	"community_id" integer NOT NULL,
	"plan_id" integer NOT NULL,
	"no" integer NOT NULL,
	"list_id" integer NOT NULL,
	"text" text NOT NULL,
	"followed" boolean NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "plan_condition_community_id_plan_id_no_pk" PRIMARY KEY("community_id","plan_id","no"),
	CONSTRAINT "plan_condition_reason" CHECK ("plan_condition"."followed" = ("plan_condition"."reason" = ''))
);
--> statement-breakpoint
ALTER TABLE "picture" ADD COLUMN "pdf" "bytea";--> statement-breakpoint
ALTER TABLE "alternative_drawing" ADD CONSTRAINT "alternative_drawing_community_id_alternative_id_alternative_community_id_id_fk" FOREIGN KEY ("community_id","alternative_id") REFERENCES "public"."alternative"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alternative_drawing" ADD CONSTRAINT "alternative_drawing_community_id_site_plan_id_site_plan_community_id_id_fk" FOREIGN KEY ("community_id","site_plan_id") REFERENCES "public"."site_plan"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_condition" ADD CONSTRAINT "plan_condition_community_id_plan_id_plan_community_id_id_fk" FOREIGN KEY ("community_id","plan_id") REFERENCES "public"."plan"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_condition" ADD CONSTRAINT "plan_condition_community_id_list_id_no_listed_condition_community_id_list_id_no_fk" FOREIGN KEY ("community_id","list_id","no") REFERENCES "public"."listed_condition"("community_id","list_id","no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plan_condition_list_id_community_id_index" ON "plan_condition" USING btree ("list_id","community_id");--> statement-breakpoint
ALTER TABLE "picture" ADD CONSTRAINT "picture_pdf_of" CHECK ("picture"."pdf" is null or "picture"."subject" in ('gate', 'consent'));--> statement-breakpoint
ALTER TABLE "picture" ADD CONSTRAINT "picture_sizes" CHECK (("picture"."pdf" is null) = ("picture"."width" > 0 and octet_length("picture"."large") > 0));--> statement-breakpoint
create trigger alternative_drawing_sealed before insert or update or delete on alternative_drawing for each row execute function refuse_opened();
--> statement-breakpoint
create trigger append_only before update or delete on plan_condition for each row execute function refuse_change();--> statement-breakpoint
create trigger append_only_table before truncate on plan_condition for each statement execute function refuse_change();
