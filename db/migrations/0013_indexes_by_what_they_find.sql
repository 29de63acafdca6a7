DROP INDEX "cases_community_id_place_index";--> statement-breakpoint
DROP INDEX "objection_community_id_state_index";--> statement-breakpoint
DROP INDEX "objection_event_community_id_objection_id_index";--> statement-breakpoint
DROP INDEX "handover_community_id_item_index";--> statement-breakpoint
DROP INDEX "household_community_id_entrance_id_index";--> statement-breakpoint
DROP INDEX "household_community_id_building_id_index";--> statement-breakpoint
DROP INDEX "join_request_community_id_state_index";--> statement-breakpoint
DROP INDEX "ownership_community_id_unit_id_index";--> statement-breakpoint
DROP INDEX "residency_community_id_household_id_index";--> statement-breakpoint
DROP INDEX "plan_change_community_id_plan_id_index";--> statement-breakpoint
DROP INDEX "comment_community_id_proposal_id_index";--> statement-breakpoint
DROP INDEX "group_household_community_id_group_id_index";--> statement-breakpoint
DROP INDEX "merger_community_id_into_id_index";--> statement-breakpoint
DROP INDEX "picture_community_id_subject_subject_id_index";--> statement-breakpoint
DROP INDEX "proposal_community_id_state_index";--> statement-breakpoint
DROP INDEX "proposal_event_community_id_proposal_id_index";--> statement-breakpoint
DROP INDEX "opinion_community_id_household_id_index";--> statement-breakpoint
DROP INDEX "round_community_id_state_index";--> statement-breakpoint
DROP INDEX "visit_community_id_round_id_household_id_index";--> statement-breakpoint
DROP INDEX "notice_community_id_proposal_id_index";--> statement-breakpoint
DROP INDEX "callback_community_id_wave_id_index";--> statement-breakpoint
DROP INDEX "letter_community_id_household_id_index";--> statement-breakpoint
CREATE INDEX "cases_place_community_id_index" ON "cases" USING btree ("place","community_id");--> statement-breakpoint
CREATE INDEX "objection_state_community_id_index" ON "objection" USING btree ("state","community_id");--> statement-breakpoint
CREATE INDEX "objection_event_objection_id_community_id_index" ON "objection_event" USING btree ("objection_id","community_id");--> statement-breakpoint
CREATE INDEX "objection_raiser_opinion_id_community_id_index" ON "objection_raiser" USING btree ("opinion_id","community_id");--> statement-breakpoint
CREATE INDEX "objection_raiser_household_id_community_id_index" ON "objection_raiser" USING btree ("household_id","community_id");--> statement-breakpoint
CREATE INDEX "handover_item_community_id_index" ON "handover" USING btree ("item","community_id");--> statement-breakpoint
CREATE INDEX "household_entrance_id_community_id_index" ON "household" USING btree ("entrance_id","community_id");--> statement-breakpoint
CREATE INDEX "household_building_id_community_id_index" ON "household" USING btree ("building_id","community_id");--> statement-breakpoint
CREATE INDEX "join_request_state_community_id_index" ON "join_request" USING btree ("state","community_id");--> statement-breakpoint
CREATE INDEX "ownership_unit_id_community_id_index" ON "ownership" USING btree ("unit_id","community_id");--> statement-breakpoint
CREATE INDEX "residency_household_id_community_id_index" ON "residency" USING btree ("household_id","community_id");--> statement-breakpoint
CREATE INDEX "plan_change_plan_id_community_id_index" ON "plan_change" USING btree ("plan_id","community_id");--> statement-breakpoint
CREATE INDEX "comment_proposal_id_community_id_index" ON "comment" USING btree ("proposal_id","community_id");--> statement-breakpoint
CREATE INDEX "group_household_group_id_community_id_index" ON "group_household" USING btree ("group_id","community_id");--> statement-breakpoint
CREATE INDEX "merger_into_id_community_id_index" ON "merger" USING btree ("into_id","community_id");--> statement-breakpoint
CREATE INDEX "picture_subject_subject_id_community_id_index" ON "picture" USING btree ("subject","subject_id","community_id");--> statement-breakpoint
CREATE INDEX "proposal_state_community_id_index" ON "proposal" USING btree ("state","community_id");--> statement-breakpoint
CREATE INDEX "proposal_event_proposal_id_community_id_index" ON "proposal_event" USING btree ("proposal_id","community_id");--> statement-breakpoint
CREATE INDEX "opinion_author_id_index" ON "opinion" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "opinion_household_id_community_id_index" ON "opinion" USING btree ("household_id","community_id");--> statement-breakpoint
CREATE INDEX "round_state_community_id_index" ON "round" USING btree ("state","community_id");--> statement-breakpoint
CREATE INDEX "visit_round_id_household_id_community_id_index" ON "visit" USING btree ("round_id","household_id","community_id");--> statement-breakpoint
CREATE INDEX "notice_proposal_id_community_id_index" ON "notice" USING btree ("proposal_id","community_id");--> statement-breakpoint
CREATE INDEX "callback_wave_id_community_id_index" ON "callback" USING btree ("wave_id","community_id");--> statement-breakpoint
CREATE INDEX "letter_household_id_community_id_index" ON "letter" USING btree ("household_id","community_id");