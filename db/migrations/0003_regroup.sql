-- Changing the groups starts the snapshot anew: group_household holds the present one, its hash stands on the record,
-- and what each round was held on stays append-only in electorate.
drop trigger append_only on group_household;--> statement-breakpoint
drop trigger append_only_table on group_household;
