ALTER TABLE "repair_step" DROP CONSTRAINT "repair_step_step_known";--> statement-breakpoint
ALTER TABLE "repair_unit" DROP CONSTRAINT "repair_unit_state_known";--> statement-breakpoint
ALTER TABLE "repair_step" ADD COLUMN "witness_id" integer;--> statement-breakpoint
ALTER TABLE "repair_step" ADD CONSTRAINT "repair_step_witness_id_person_id_fk" FOREIGN KEY ("witness_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repair_step" ADD CONSTRAINT "repair_step_step_known" CHECK ("repair_step"."step" in ('reported', 'looked', 'repaired', 'confirmed', 'refused', 'dropped', 'leaks_again'));--> statement-breakpoint
ALTER TABLE "repair_unit" ADD CONSTRAINT "repair_unit_state_known" CHECK ("repair_unit"."state" in ('reported', 'looked', 'repaired', 'confirmed', 'refused', 'dropped'));