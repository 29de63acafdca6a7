ALTER TABLE "demand" DROP CONSTRAINT "demand_source_known";--> statement-breakpoint
ALTER TABLE "need_step" DROP CONSTRAINT "need_step_into_known";--> statement-breakpoint
ALTER TABLE "demand" ADD CONSTRAINT "demand_source_known" CHECK ("demand"."source" in ('resident', 'visit', 'case', 'service', 'council'));--> statement-breakpoint
ALTER TABLE "need_step" ADD CONSTRAINT "need_step_into_known" CHECK ("need_step"."into" in ('case', 'proposal', 'demand', 'service', 'project'));