ALTER TABLE "data_export" DROP CONSTRAINT "data_export_blank_of_known";--> statement-breakpoint
ALTER TABLE "report_layout" DROP CONSTRAINT "report_layout_community_id_pk";--> statement-breakpoint
ALTER TABLE "report_layout" ADD COLUMN "sheet" text DEFAULT 'report' NOT NULL;--> statement-breakpoint
ALTER TABLE "report_layout" ADD CONSTRAINT "report_layout_community_id_sheet_pk" PRIMARY KEY("community_id","sheet");--> statement-breakpoint
ALTER TABLE "data_export" ADD CONSTRAINT "data_export_blank_of_known" CHECK ("data_export"."blank_of" in ('homes', 'cases', 'works', 'rounds', 'visits', 'needs', 'turns'));--> statement-breakpoint
ALTER TABLE "report_layout" ADD CONSTRAINT "report_layout_sheet_known" CHECK ("report_layout"."sheet" in ('report', 'visits', 'turns'));