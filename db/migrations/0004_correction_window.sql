-- What was recorded for a household, it may correct by its own word for 72 hours, also after the round is over. Such a
-- word comes after the count, which takes only what was received before the close.
create or replace function within_window() returns trigger language plpgsql as $$
declare r record;
begin
  select state, opens_at, closes_at into r from round where community_id = new.community_id and id = new.round_id for share;
  if r.state = 'open' and moment() >= r.opens_at and moment() < r.closes_at then
    return new;
  end if;
  if tg_table_name = 'opinion' and r.state <> 'void' and moment() >= r.closes_at then
    if new.own and exists (select 1 from opinion o where o.community_id = new.community_id and o.round_id = new.round_id
        and o.household_id = new.household_id and not o.own and o.received_at > moment() - interval '72 hours') then
      return new;
    end if;
  end if;
  raise exception 'the round is not open' using errcode = 'check_violation', constraint = 'round_window_open';
end $$;
