create trigger append_only before update or delete on order_version for each row execute function refuse_change();--> statement-breakpoint
create trigger append_only_table before truncate on order_version for each statement execute function refuse_change();
