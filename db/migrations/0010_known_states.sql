ALTER TABLE "cases" ADD CONSTRAINT "cases_kind_known" CHECK ("cases"."kind" in ('inquiry', 'help', 'complaint', 'report', 'suggestion'));--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_source_known" CHECK ("cases"."source" in ('12345', 'walk_in', 'web', 'door', 'patrol'));--> statement-breakpoint
ALTER TABLE "objection" ADD CONSTRAINT "objection_weight_known" CHECK ("objection"."weight" in ('inconvenience', 'harm', 'red_line'));--> statement-breakpoint
ALTER TABLE "objection" ADD CONSTRAINT "objection_state_known" CHECK ("objection"."state" in ('raised', 'acknowledged', 'answered', 'settled', 'maintained', 'withdrawn', 'lapsed'));--> statement-breakpoint
ALTER TABLE "objection" ADD CONSTRAINT "objection_answer_kind_known" CHECK ("objection"."answer_kind" in ('adopted', 'adopted_another_way', 'partly', 'not_possible'));--> statement-breakpoint
ALTER TABLE "objection_raiser" ADD CONSTRAINT "objection_raiser_wording_approved_known" CHECK ("objection_raiser"."wording_approved" in ('yes', 'at_door'));--> statement-breakpoint
ALTER TABLE "objection_raiser" ADD CONSTRAINT "objection_raiser_verdict_known" CHECK ("objection_raiser"."verdict" in ('settled', 'maintained', 'withdrawn'));--> statement-breakpoint
ALTER TABLE "join_request" ADD CONSTRAINT "join_request_state_known" CHECK ("join_request"."state" in ('requested', 'confirmed', 'refused'));--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_state_known" CHECK ("plan"."state" in ('draft', 'published'));--> statement-breakpoint
ALTER TABLE "affected_group" ADD CONSTRAINT "affected_group_effect_known" CHECK ("affected_group"."effect" in ('benefits', 'bears', 'neutral'));--> statement-breakpoint
ALTER TABLE "case_link" ADD CONSTRAINT "case_link_side_known" CHECK ("case_link"."side" in ('for', 'against', 'other'));--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_stance_known" CHECK ("comment"."stance" in ('for', 'against', 'question', 'neutral'));--> statement-breakpoint
ALTER TABLE "legal_gate" ADD CONSTRAINT "legal_gate_state_known" CHECK ("legal_gate"."state" in ('open', 'satisfied', 'not_applicable'));--> statement-breakpoint
ALTER TABLE "picture" ADD CONSTRAINT "picture_subject_known" CHECK ("picture"."subject" in ('proposal', 'plan', 'milestone', 'opinion', 'opposition', 'objection'));--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_state_known" CHECK ("proposal"."state" in ('draft', 'submitted', 'merged', 'declined', 'scoping', 'consulting', 'redesign', 'agreed', 'noticed', 'signed_off', 'building', 'completed', 'verifying', 'verified', 'reopened', 'shelved', 'withdrawn'));--> statement-breakpoint
ALTER TABLE "proposal_event" ADD CONSTRAINT "proposal_event_from_state_known" CHECK ("proposal_event"."from_state" in ('draft', 'submitted', 'merged', 'declined', 'scoping', 'consulting', 'redesign', 'agreed', 'noticed', 'signed_off', 'building', 'completed', 'verifying', 'verified', 'reopened', 'shelved', 'withdrawn'));--> statement-breakpoint
ALTER TABLE "proposal_event" ADD CONSTRAINT "proposal_event_to_state_known" CHECK ("proposal_event"."to_state" in ('draft', 'submitted', 'merged', 'declined', 'scoping', 'consulting', 'redesign', 'agreed', 'noticed', 'signed_off', 'building', 'completed', 'verifying', 'verified', 'reopened', 'shelved', 'withdrawn'));--> statement-breakpoint
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_stance_known" CHECK ("opinion"."stance" in ('support', 'support_if', 'oppose', 'no_view'));--> statement-breakpoint
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_channel_known" CHECK ("opinion"."channel" in ('self', 'door', 'paper', 'phone'));--> statement-breakpoint
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_proof_known" CHECK ("opinion"."proof" in ('signature_photo', 'sms_reply', 'read_back'));--> statement-breakpoint
ALTER TABLE "recheck" ADD CONSTRAINT "recheck_outcome_known" CHECK ("recheck"."outcome" in ('same', 'different', 'not_reached'));--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_state_known" CHECK ("round"."state" in ('open', 'closed', 'void'));--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_outcome_known" CHECK ("visit"."outcome" in ('refused', 'not_home'));--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_decision_known" CHECK ("appeal"."decision" in ('upheld', 'refused'));--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_state_known" CHECK ("notice"."state" in ('running', 'returned', 'signed'));--> statement-breakpoint
ALTER TABLE "notice_opposition" ADD CONSTRAINT "notice_opposition_channel_known" CHECK ("notice_opposition"."channel" in ('self', 'door', 'paper', 'phone'));--> statement-breakpoint
ALTER TABLE "notice_opposition" ADD CONSTRAINT "notice_opposition_proof_known" CHECK ("notice_opposition"."proof" in ('signature_photo', 'sms_reply', 'read_back'));--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_role_known" CHECK ("signature"."role" in ('party-secretary', 'governance-secretary'));--> statement-breakpoint
ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_outcome_known" CHECK ("acceptance"."outcome" in ('accepted', 'refused'));--> statement-breakpoint
ALTER TABLE "callback" ADD CONSTRAINT "callback_satisfaction_known" CHECK ("callback"."satisfaction" in ('satisfied', 'fairly_satisfied', 'dissatisfied'));--> statement-breakpoint
ALTER TABLE "callback_wave" ADD CONSTRAINT "callback_wave_wave_known" CHECK ("callback_wave"."wave" in ('four_weeks', 'ninety_days', 'first_snow'));--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_outcome_known" CHECK ("commitment"."outcome" in ('accepted', 'refused'));