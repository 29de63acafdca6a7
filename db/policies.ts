import pg from 'pg';

/**
 * Which communities this transaction may touch. The gate sets `tongxin.communities`: the one community of a query or
 * command, or those of one person. Nothing set, nothing seen.
 */
const functions = `
  create or replace function current_communities() returns integer[] language sql stable as
    $$ select coalesce(nullif(current_setting('tongxin.communities', true), ''), '{}')::integer[] $$;

  -- Whom a person has to do with: asked for before there is a community, so it looks past the policies.
  create or replace function communities_of(person integer) returns integer[]
    language sql stable security definer set search_path = public, pg_temp as $$
      select coalesce(array_agg(id), '{}') from (
        select community_id as id from residency where person_id = person
        union select community_id from grants where person_id = person
        union select community_id from join_request where person_id = person
        union select community_id from letter where person_id = person) known $$;

  -- The communities of a district over which a person holds one of these offices at a moment: of the whole district, or of
  -- a street. Null: none is held, which is not the same as a district without communities.
  drop function if exists communities_of_office(integer, text, timestamptz);
  create or replace function communities_of_district(person integer, district text, offices text[], at timestamptz)
    returns integer[] language sql stable security definer set search_path = public, pg_temp as $$
      select case when count(g.id) > 0 then coalesce(array_agg(distinct c.id) filter (where c.id is not null), '{}') end
        from office_grant g join public.district d on d.id = g.district_id and d.slug = communities_of_district.district
          left join street s on s.district_id = d.id and (g.street_id is null or s.id = g.street_id)
          left join public.community c on c.street_id = s.id
       where g.person_id = person and g.office = any (offices) and g.from_at <= at and (g.to_at is null or g.to_at > at) $$;

  -- A picture's address has no community in it.
  create or replace function community_of_picture(picture integer) returns integer
    language sql stable security definer set search_path = public, pg_temp as $$
      select community_id from public.picture p where p.id = picture $$;

  -- A person's duties and homes in a community, in one statement with the community itself: read before it is entered.
  create or replace function standing_of(community integer, person integer, at timestamptz) returns json
    language sql stable security definer set search_path = public, pg_temp as $$
      select json_build_object(
        'grants', coalesce((select json_agg(json_build_object('id', g.id, 'role', g.role, 'entranceId', g.entrance_id)
            order by g.id) from grants g
          where g.community_id = community and g.person_id = person and g.from_at <= at
            and (g.to_at is null or g.to_at > at)), '[]'),
        'households', coalesce((select json_agg(json_build_object('householdId', h.id, 'entranceId', h.entrance_id,
            'buildingId', h.building_id) order by r.id) from residency r
          join household h on h.community_id = r.community_id and h.id = r.household_id
          where r.community_id = community and r.person_id = person and r.to_at is null), '[]')) $$;

  -- What a person is called by the forms they send in a community: in whose name one speaks is said beside the button.
  create or replace function called(community text, person integer, at timestamptz) returns json
    language sql stable security definer set search_path = public, pg_temp as $$
      with here as (select c.id from public.community c where c.slug = called.community),
        held as (select g.role, b.name from here join grants g on g.community_id = here.id
            left join entrance e on e.community_id = here.id and e.id = g.entrance_id
            left join building b on b.community_id = here.id and b.id = e.building_id
          where g.person_id = called.person and g.from_at <= at and (g.to_at is null or g.to_at > at)),
        home as (select b.name from here join residency r on r.community_id = here.id
            join household h on h.community_id = here.id and h.id = r.household_id
            join building b on b.community_id = here.id and b.id = h.building_id
          where r.person_id = called.person and r.to_at is null)
      select json_build_object('name', p.name, 'phone', p.phone,
        'offices', coalesce((select json_agg(distinct role) from held where role <> 'captain'), '[]'),
        'captainOf', coalesce((select json_agg(distinct name) from held where role = 'captain'), '[]'),
        'livesIn', coalesce((select json_agg(distinct name) from home), '[]'))
      from public.person p where p.id = called.person $$;

  -- The demonstration that visitors carry on stands still when its round has run out and nobody went on.
  create or replace function demonstration_over(community integer) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
      select exists (select 1 from proposal p join public.community c on c.id = p.community_id
          left join lateral (select r.closes_at, r.summarised_by from round r where r.community_id = p.community_id
            and r.proposal_id = p.id order by r.id desc limit 1) last on true
          where c.id = demonstration_over.community and c.slug = 'demo' and c.invented and p.no = 1 and p.state = 'consulting'
            and (last.closes_at is null or (last.closes_at <= moment() and last.summarised_by is null))) $$;

  -- What a community of a demonstration waits for: asked for by its frame, before it is entered.
  create or replace function waits_for(community integer) returns json
    language sql stable security definer set search_path = public, pg_temp as $$
      select json_build_object('now', moment(),
        'roundEnds', (select min(closes_at) from round r
          where r.community_id = waits_for.community and r.state = 'open' and r.closes_at > moment()),
        'noticeEnds', (select min(to_at) from notice n
          where n.community_id = waits_for.community and n.state = 'running' and n.to_at > moment()),
        'completedAt', w.completed_at,
        'drawn', coalesce((select json_agg(v.wave) from callback_wave v where v.community_id = waits_for.community
          and v.proposal_id = w.proposal_id and v.completed_at = w.completed_at), '[]'))
      from (select 1) here left join lateral (select w.proposal_id, w.completed_at from works w
          join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
        where w.community_id = waits_for.community and w.completed_at is not null and p.state in ('completed', 'verifying')
        order by w.completed_at desc limit 1) w on true $$;

  revoke all on function communities_of(integer), communities_of_district(integer, text, text[], timestamptz), community_of_picture(integer),
    standing_of(integer, integer, timestamptz), called(text, integer, timestamptz), demonstration_over(integer), waits_for(integer) from public;
`;

/**
 * Forced row-level security on every table with a `community_id`: the app sees and writes, and the board's views show,
 * rows of the communities the gate has entered; the owner (migrations, worker's queue) sees all of them, others none.
 * Idempotent.
 */
export async function installPolicies(
  client: pg.Client,
  { app, views, office }: Record<'app' | 'views' | 'office', string>,
  {
    seenFromAnywhere,
    hungEverywhere,
  }: Readonly<Record<'seenFromAnywhere' | 'hungEverywhere', Readonly<Record<string, string>>>>,
): Promise<void> {
  await client.query(functions);
  await client.query(`grant execute on function communities_of(integer), communities_of_district(integer, text, text[], timestamptz), community_of_picture(integer),
    standing_of(integer, integer, timestamptz), called(text, integer, timestamptz), demonstration_over(integer), waits_for(integer) to ${app};
    grant execute on function communities_of_district(integer, text, text[], timestamptz) to ${office}`);
  const { rows } = await client.query<{ name: string; owner: string }>(`
    select c.relname as name, pg_get_userbyid(c.relowner) as owner from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'community_id' and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`);
  for (const { name, owner } of rows) {
    const table = pg.escapeIdentifier(name);
    const within = 'community_id = any ((select current_communities())::integer[])';
    await client.query(`
      alter table ${table} enable row level security;
      alter table ${table} force row level security;
      drop policy if exists owner on ${table};
      create policy owner on ${table} to ${pg.escapeIdentifier(owner)} using (true) with check (true);
      drop policy if exists community on ${table};
      create policy community on ${table} to ${app}, ${views} using (${within}) with check (${within});
      drop policy if exists further on ${table};
      ${seenFromAnywhere[name] ? `create policy further on ${table} for select to ${app} using (${seenFromAnywhere[name]});` : ''}
      drop policy if exists everywhere on ${table};
      ${hungEverywhere[name] ? `create policy everywhere on ${table} for select to ${app}, ${views} using (${hungEverywhere[name]});` : ''}
    `);
  }
}
