import type { Client, QueryResultRow } from 'pg';

export interface Home {
  id: number;
  entrance: number;
}

export interface District {
  cohort: number;
  candidate: number;
  community: number;
  term: number;
  /** The community of the story, one of whose matters is raised. */
  story: number;
}

type Numbers = Record<'comment' | 'round' | 'opinion' | 'building' | 'callback' | 'unsolved' | 'milestone', number> & {
  gate: string;
};

export type Subjects = Awaited<ReturnType<typeof subjectsOf>>;

/** The ids of the story's rows that forms name. What the story lacks is put in, as the owner of the database. */
export async function subjectsOf(db: Client) {
  const one = async <T extends QueryResultRow = { id: number }>(text: string, values: unknown[] = []): Promise<T> => {
    const [row] = (await db.query<T>(text, values)).rows;
    if (!row) throw new Error(`the story has no such row: ${text}`);
    return row;
  };
  const { id: c } = await one(`select id from community where slug = 'zhuguang'`);
  const of = <T extends QueryResultRow = { id: number }>(text: string) => one<T>(text, [c]);
  const homeOf = (identity: string) =>
    one<Home>(
      `select h.id, h.entrance_id as entrance from residency r
         join person p on p.id = r.person_id join household h on h.community_id = r.community_id and h.id = r.household_id
        where r.community_id = $1 and p.demonstration = $2`,
      [c, identity],
    );
  const home = await homeOf('resident-15');
  const authors = await homeOf('resident-14');
  const { id: person } = await one(`select id from person where demonstration = 'resident-15'`);
  const spare = await one(`insert into person (name) values ('备用') returning id`);
  const grant = await one(
    `insert into grants (community_id, person_id, role) values ($1, $2, 'auditor') returning id`,
    [c, spare.id],
  );
  const request = await one(
    `insert into join_request (community_id, person_id, household_id) values ($1, $2, $3) returning id`,
    [c, spare.id, home.id],
  );
  const resident = await one(
    `insert into residency (community_id, person_id, household_id) values ($1, $2, $3) returning id`,
    [c, spare.id, authors.id],
  );
  const invitation = await one(
    `insert into invitation (community_id, household_id, person_id, at) values ($1, $2, $3, moment()) returning id`,
    [c, home.id, person],
  );
  const occasion = await one<{ id: number; no: number }>(
    `with made as (insert into programme (community_id, no, kind, title, place, planned_by, at)
        select $1, coalesce(max(no), 0) + 1, 'service', '理发', '二层', $2, moment() from programme where community_id = $1
        returning id)
     insert into occasion (community_id, no, programme_id, starts_at, ends_at, places)
     select $1, coalesce((select max(no) from occasion where community_id = $1), 0) + 1, id, moment() + interval '1 day',
       moment() + interval '25 hours', 9 from made returning id, no`,
    [c, person],
  );
  const meeting = await one<{ no: number }>(
    `with m as (insert into meeting (community_id, no, title, place, starts_at, ends_at, called_by, at, minuted_at, minuted_by, correct_until)
        select $1, coalesce((select max(no) from meeting where community_id = $1), 0) + 1, '试的会', '二层', moment() - interval '1 day',
          moment() - interval '23 hours', $2, moment() - interval '2 days', moment(), $2, moment() + interval '9 days' returning id, no),
       i as (insert into meeting_item (community_id, meeting_id, position, proposal_id)
        select $1, m.id, 1, p.id from m, proposal p where p.community_id = $1 and p.no = 1 returning id),
       w as (insert into meeting_minute (community_id, item_id, version, said, decided, written_by, at)
        select $1, i.id, 1, '说了', '定了', $2, moment() from i),
       q as (insert into meeting_promise (community_id, item_id, position, what, who, due_on, owner_id)
        select $1, i.id, 1, '量坡', '物业', '2031-06-01', $2 from i),
       a as (insert into attendance (community_id, meeting_id, household_id, how, recorder_id, at)
        select $1, m.id, $3, 'list', $2, moment() from m)
     select m.no from m`,
    [c, person, home.id],
  );
  await db.query(
    `insert into meeting_correction (community_id, no, meeting_id, item_id, household_id, person_id, words, at)
     select m.community_id, 1, m.id, i.id, $3, $4, '漏了', moment() from meeting m
       join meeting_item i on i.community_id = m.community_id and i.meeting_id = m.id where m.community_id = $1 and m.no = $2`,
    [c, meeting.no, home.id, person],
  );
  const signedUp = await one(
    `insert into sign_up (community_id, occasion_id, household_id, channel, ticket, state, at)
     values ($1, $2, $3, 'phone', 1, 'taken', moment()) returning id`,
    [c, occasion.id, home.id],
  );
  const shown = await one<{ id: number; picture: number }>(
    `with made as (insert into occasion (community_id, no, programme_id, starts_at, ends_at, places)
        select community_id, no + 1, programme_id, moment() - interval '2 hours', moment() - interval '1 hour', 9
        from occasion where community_id = $1 and id = $2 returning id),
       x as (insert into picture (community_id, subject, subject_id, small, large, small_width, small_height, width, height, uploaded_by)
        select $1, 'occasion', id, '\\x00', '\\x00', 1, 1, 1, 1, $4 from made returning id)
     insert into depicted (community_id, picture_id, household_id, people, named_by, at)
     select $1, x.id, $3, '奶奶', $4, moment() from x returning id, picture_id as picture`,
    [c, occasion.id, home.id, person],
  );
  const skill = await one<{ no: number }>(
    `insert into skill (community_id, no, person_id, household_id, what, at)
     select $1, coalesce(max(no), 0) + 1, $2, $3, '会焊', moment() from skill where community_id = $1 returning no`,
    [c, spare.id, authors.id],
  );
  const help = await one<{ id: number; no: number }>(
    `insert into help_call (community_id, no, title, place, day, people, called_by, at)
     select $1, coalesce(max(no), 0) + 1, '要两位会焊的', '院里', '2031-06-01', 2, $2, moment() from help_call
      where community_id = $1 returning id, no`,
    [c, spare.id],
  );
  const helper = await one(
    `insert into helper (community_id, call_id, household_id, person_id, at) values ($1, $2, $3, $4, moment()) returning id`,
    [c, help.id, authors.id, spare.id],
  );
  const steward = await one(
    `insert into steward (community_id, person_id, kind, added_by, from_at) values ($1, $2, 'volunteer', $2, moment())
     on conflict do nothing returning id`,
    [c, spare.id],
  );
  const shift = await one(
    `insert into duty_shift (community_id, day, part, steward_id, at)
     values ($1, '2031-06-01', 'morning', $2, moment()) returning id`,
    [c, steward.id],
  );
  const need = await one(
    `insert into need (community_id, household_id, wording, state_at, at) values ($1, $2, '换灯泡', moment(), moment())
     returning id`,
    [c, home.id],
  );
  const council = await one<Record<'member' | 'resource' | 'demand' | 'project' | 'review', number>>(
    `with m as (insert into council_member (community_id, no, name, added_by, from_at)
        select $1, coalesce(max(no), 0) + 1, '试的单位', $2, moment() from council_member where community_id = $1 returning id, no),
      r as (insert into council_resource (community_id, no, member_id, title, at)
        select $1, coalesce((select max(no) from council_resource where community_id = $1), 0) + 1, m.id, '屋子', moment() from m
        returning no),
      p as (insert into council_project (community_id, no, title, lead_id, started_by, at)
        select $1, coalesce((select max(no) from council_project where community_id = $1), 0) + 1, '试的项目', m.id, $2, moment()
          from m returning id, no),
      s as (insert into council_step (community_id, project_id, position, name, due_on)
        select $1, p.id, 1, '找屋子', '2031-06-01' from p),
      d as (insert into demand (community_id, no, title, source, need_id, project_id, at)
        select $1, coalesce((select max(no) from demand where community_id = $1), 0) + 1, '缺屋子', 'visit', $3, p.id, moment()
          from p returning no),
      v as (insert into council_review (community_id, project_id, half, verdict, words, recorder_id, at)
        select $1, p.id, '2021-1', 'not', '没有', $2, moment() from p returning id)
     select m.no as member, r.no as resource, d.no as demand, p.no as project, v.id as review from m, r, p, d, v`,
    [c, spare.id, need.id],
  );
  const care = await one(
    `insert into care_note (community_id, household_id, person_id, words, consent, agreed, helper_id, at, until_at)
     values ($1, $2, $3, '腿不好', 'said', '本人', $3, moment(), moment() + interval '90 days') returning id`,
    [c, home.id, spare.id],
  );
  const compared = await one(
    `with made as (insert into comparison (community_id, proposal_id, drafted_by, drafted_at)
         select $1, id, $2, moment() from proposal where community_id = $1 and no = 1 returning id),
       one as (insert into alternative (community_id, comparison_id, position, title, summary, cost, drafted_by)
         select $1, id, 1, '靠北墙', '一排', 0, $2 from made returning id, comparison_id),
       of as (insert into alternative_group (community_id, alternative_id, position, name, effect)
         select $1, id, 1, '15号楼', 'bears' from one returning id, alternative_id)
     insert into alternative_household (community_id, alternative_id, household_id, group_id)
       select $1, alternative_id, $3, id from of returning (select comparison_id from one) as id`,
    [c, spare.id, home.id],
  );
  await db.query(
    `update comparison set opened_by = (select max(id) from person where id <> drafted_by), opens_at = m.at,
       closes_at = m.at + interval '9 days', first_closes_at = m.at + interval '9 days', hash = '\\x01'
       from (select moment() as at offset 0) m where community_id = $1 and comparison.id = $2`,
    [c, compared.id],
  );
  const unit = await one(
    `with list as (insert into repair (community_id, proposal_id, what, warranty, opened_by, opened_at)
       select $1, id, '重做防水', 60, $2, moment() from proposal where community_id = $1 and no = 1 returning id)
     insert into repair_unit (community_id, repair_id, household_id, source, what, state, state_at)
     select $1, id, $3, 'door', '主卧顶漏', 'repaired', moment() from list returning id`,
    [c, spare.id, home.id],
  );
  const word = await one<{ id: number; milestone: number }>(
    `with m as (insert into milestone (community_id, works_id, position, name, planned_on, target, in_places)
         select $1, w.id, 99, '十处车棚', '2022-11-01', 10, true from works w where w.community_id = $1 and w.no = 1
         returning id, position),
       z as (insert into works_place (community_id, milestone_id, position, name, x, y)
         select $1, id, 1, '1号棚', 0, 0 from m returning id)
     insert into works_place_word (community_id, place_id, household_id, outcome, reason, person_id, at)
       select $1, z.id, $2, 'refused', '挡窗', $3, moment() from z
       returning works_place_word.id, (select position from m) as milestone`,
    [c, home.id, person],
  );
  await db.query(
    `insert into works_place_entrance (community_id, place_id, entrance_id, building, no)
     select $1, y.place_id, $3, '15', 1 from works_place_word y where y.community_id = $1 and y.id = $2`,
    [c, word.id, home.entrance],
  );
  await db.query(
    `insert into outside_consent (community_id, proposal_id, position, organisation, asked, asked_on, due, asked_by)
     select $1, id, 1, '园林局', '开一条路', '2022-01-01', '2031-06-01', $2 from proposal where community_id = $1 and no = 1
     on conflict do nothing`,
    [c, spare.id],
  );
  const draft = await one(
    `insert into proposal (community_id, kind, title, place, problem, author_id, author_household_id, state)
     values ($1, 'other', '草稿', '', '', $2, $3, 'draft') returning id`,
    [c, person, home.id],
  );
  const opposition = await one(
    `insert into notice_opposition (community_id, notice_id, household_id, person_id, words, at, answer)
     select $1, max(n.id), $2, $3, '不同意', moment(), '已答复' from notice n
       join proposal p on p.community_id = n.community_id and p.id = n.proposal_id and p.no = 1
      where n.community_id = $1 returning id`,
    [c, home.id, person],
  );
  const recheck = await of<{ id: number; household: number; entrance: number }>(
    `select r.id, h.id as household, h.entrance_id as entrance from recheck r
       join opinion o on o.community_id = r.community_id and o.id = r.opinion_id
       join household h on h.community_id = o.community_id and h.id = o.household_id
      where r.community_id = $1 order by r.id limit 1`,
  );
  const raised = await of<{ no: number; household: number; entrance: number }>(
    `select o.no, h.id as household, h.entrance_id as entrance from objection_raiser r
       join objection o on o.community_id = r.community_id and o.id = r.objection_id and o.merged_into is null
       join household h on h.community_id = r.community_id and h.id = r.household_id
       join residency v on v.community_id = h.community_id and v.household_id = h.id
       join person p on p.id = v.person_id and p.demonstration = 'resident-15'
      where r.community_id = $1 order by o.no limit 1`,
  );
  const delegates = await db.query<{ identity: string }>(
    `select p.demonstration as identity from acceptance a
       join residency r on r.community_id = a.community_id and r.household_id = a.household_id
       join person p on p.id = r.person_id where a.community_id = $1 and p.demonstration is not null`,
    [c],
  );
  const order = await one<{
    id: number;
    no: number;
    agency: number;
    outside: number;
    tier: number;
    ground: number;
    entry: number;
  }>(
    `with at as (select (select id from agency where community_id = $1 and role = 'social-worker') as agency,
         (select min(id) from agency where community_id = $1 and role is null) as outside,
         (select min(id) from case_tier where community_id = $1) as tier,
         (select min(id) from handing_ground where community_id = $1) as ground,
         (select max(id) from handing_ground where community_id = $1) as entry),
       made as (insert into cases (community_id, no, kind, source, title, place, household_id, happened_at, state, agency_id,
           tier_id, due_at)
         select $1, (select max(no) + 1 from cases where community_id = $1), 'complaint', 'walk_in', '电梯停了', '大堂', $2, moment(),
           'dispatched', agency, tier, moment() + interval '2 hours' from at returning id, no),
       step as (insert into case_event (community_id, case_id, step, role, agency_id, tier_id)
         select $1, made.id, 'dispatch', 'hotline', agency, tier from made, at)
     select * from made, at`,
    [c, home.id],
  );
  const { id: playbook } = await of('select max(id) as id from playbook where community_id = $1');
  await db.query(
    `insert into playbook (community_id, no, proposal_id, proposal_no, proposal_title, kind, place, effect, review_on,
       author_id, author_role, drawn_at)
     select p.community_id, 1, p.id, p.no, p.title, p.kind, p.place, '{}', '2031-01-01', $1, 'party-secretary', moment()
       from proposal p join community c on c.id = p.community_id where c.slug = 'demo' and p.no = 1`,
    [person],
  );
  const { id: adoption } = await one(
    `insert into playbook_adoption (community_id, origin_id, playbook_id, version, place, changed, adopted_by, at, ask_on)
     select $1, community_id, id, 1, '东坡', '不用栏杆', $2, moment(), '2022-01-01' from playbook
      where community_id <> $1 order by id desc limit 1 returning id`,
    [c, person],
  );
  const key = await one<{ no: number }>(
    `insert into api_key (community_id, no, name, purpose, hash)
     select $1, coalesce(max(no), 0) + 1, '试', '试', '\\x01' from api_key where community_id = $1 returning no`,
    [c],
  );
  const columns = ['序号', '项目名称'].map((name, at) => ({ at, name, above: '' }));
  const blank = await one<{ no: number }>(
    `insert into blank (community_id, no, name, hash, file, layout, put_by)
     select $1, coalesce(max(no), 0) + 1, '试.xlsx', '\\x01', '\\x01', $3, $2 from blank where community_id = $1 returning no`,
    [c, spare.id, JSON.stringify({ sheet: '试', columns, first: 2, last: 2, below: false, grows: true })],
  );
  const taken = await one<{ no: number }>(
    `insert into data_export (community_id, no, what, file, purpose, personal, rows, role, asked_by)
     select $1, coalesce(max(no), 0) + 1, 'cases', 'csv', '试', true, 51, 'hotline', $2 from data_export
       where community_id = $1 returning no`,
    [c, spare.id],
  );
  const district = await one<District>(
    `select p.cohort_id as cohort, p.candidate_id as candidate, p.community_id as community, p.term_id as term,
       $1::int as story from posting p
      where p.community_id <> $1 order by p.community_id limit 1`,
    [c],
  );
  const promise = await of(`select min(id) as id from commitment where community_id = $1`);
  const picture = await of<{ id: number; identity: string }>(
    `select x.id, p.demonstration as identity from picture x join person p on p.id = x.uploaded_by
      where x.community_id = $1 and x.subject = 'milestone' order by x.id limit 1`,
  );
  await db.query('update picture set on_board = false where community_id = $1 and id = $2', [c, picture.id]);
  const numbers = await of<Numbers>(
    `select (select max(id) from comment where community_id = $1) as comment,
       (select max(r.no) from round r join proposal p on p.community_id = r.community_id and p.id = r.proposal_id
         where r.community_id = $1 and p.no = 1) as round,
       (select min(id) from opinion where community_id = $1) as opinion,
       (select min(g.key) from legal_gate g join proposal p on p.community_id = g.community_id and p.id = g.proposal_id
         where g.community_id = $1 and p.no = 1) as gate,
       (select min(id) from building where community_id = $1) as building,
       (select min(id) from callback where community_id = $1) as callback,
       (select max(id) from callback where community_id = $1) as unsolved,
       (select min(position) from milestone where community_id = $1) as milestone`,
  );
  await db.query(
    `update callback set reached = true, satisfaction = 'dissatisfied', at = moment(), may_tell = true, followed = '',
       followed_by = null, followed_at = null where community_id = $1 and id = $2`,
    [c, numbers.unsolved],
  );
  const letter = await one(
    `insert into letter (community_id, person_id, kind, about_kind, about_no, detail, until)
       values ($1, $2, 'grant_given', 'grant', 1, '{"role": "captain", "at": null}', moment() + interval '1 day') returning id`,
    [c, person],
  );
  const session = await one(
    `insert into session (person_id, expires_at) values ($1, moment() + interval '1 day') returning id`,
    [person],
  );
  return {
    district,
    ...{
      order,
      key,
      taken,
      blank,
      person,
      home,
      authors,
      grant,
      request,
      resident,
      draft,
      opposition,
      recheck,
      raised,
      promise,
      picture,
      invitation,
      unit,
      word,
      playbook,
      adoption,
      occasion,
      meeting,
      need,
      council,
      care,
      skill,
      help,
      helper,
      steward,
      shift,
      signedUp,
      depicted: shown,
      letter,
      session,
    },
    ...numbers,
    delegates: delegates.rows.map((row) => row.identity),
    authorsHome: authors,
  };
}
