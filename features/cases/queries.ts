import { and, desc, eq, inArray, isNotNull, lte, ne, notInArray, type SQL, sql } from 'drizzle-orm';
import { caseContent, caseLink, cases } from '@/db/schema/cases';
import { building } from '@/db/schema/people';
import { picture } from '@/db/schema/pictures';
import { proposal } from '@/db/schema/proposals';
import { ANSWERED } from '@/db/words/orders';
import { alikeAmong, isElsewhere } from '@/features/likeness/rules/alike';
import { homeName } from '@/features/likeness/rules/places';
import type { State } from '@/features/proposals/rules';
import { whyNot } from '@/lib/act';
import { has } from '@/lib/actor';
import { pageAfter } from '@/lib/cursor';
import type { Scope } from '@/lib/gate';
import { boardQuery, query } from '@/lib/query';
import { postCase, takeDownCase, unlinkCase } from './acts';
import { messages } from './messages';
import { notAgainst, writtenBy } from './moves';
import { atOf } from './moves/at';
import { mayLinkCase, mayReadCases } from './policy';
import { type CaseKind, opposing, placeInWords, type Side } from './rules';

const PAGE = 30;

export interface CaseView {
  no: number;
  kind: CaseKind;
  title: string;
  category: string;
  place: string;
  building: string | null;
  happenedAt: Date;
  links: { proposal: number; title: string; side: Side }[];
}

const notDraft = ne(proposal.state, 'draft');
/** A proposal that goes on with another shows its cases there. */
const standsAlone = notInArray(proposal.state, ['draft', 'merged']);

async function linksOf({ db, communityId }: Scope, caseIds: number[], which: SQL) {
  if (caseIds.length === 0) return [];
  return db
    .select({
      caseId: caseLink.caseId,
      proposal: proposal.no,
      title: proposal.title,
      state: proposal.state,
      side: caseLink.side,
    })
    .from(caseLink)
    .innerJoin(proposal, and(eq(proposal.communityId, caseLink.communityId), eq(proposal.id, caseLink.proposalId)))
    .where(and(eq(caseLink.communityId, communityId), inArray(caseLink.caseId, caseIds), which));
}

const columns = {
  id: cases.id,
  no: cases.no,
  kind: cases.kind,
  title: cases.title,
  category: cases.category,
  place: cases.place,
  building: building.name,
  happenedAt: cases.happenedAt,
};

type Row = Omit<CaseView, 'links'> & { id: number };

async function withLinks(scope: Scope, rows: Row[], which = notDraft): Promise<CaseView[]> {
  const ids = rows.map((row) => row.id);
  const links = await linksOf(scope, ids, which);
  return rows.map(({ id, ...row }) => ({
    ...row,
    links: links
      .filter((link) => link.caseId === id)
      .map(({ proposal: no, title, side }) => ({ proposal: no ?? 0, title, side })),
  }));
}

async function listed(scope: Scope, after: number | null) {
  const { db, communityId } = scope;
  const rows = await db
    .select(columns)
    .from(cases)
    .leftJoin(building, and(eq(building.communityId, cases.communityId), eq(building.id, cases.buildingId)))
    .where(and(eq(cases.communityId, communityId), after === null ? undefined : lte(cases.no, after)))
    .orderBy(desc(cases.no))
    .limit(PAGE + 2);
  const found = pageAfter(rows, after, { size: PAGE, key: (row) => row.no });
  return found && { cases: await withLinks(scope, found.page), next: found.next };
}

/** So many pairs stand on the first page; the cases of older ones are on their proposals. */
const PAIRS = 3;
const SIDES: Side[] = ['for', 'against'];

/** The cases of the proposals that gathered both sides last, one proposal more than is shown. */
async function sided(scope: Scope) {
  const { db, communityId } = scope;
  const both = db
    .select({ id: caseLink.proposalId })
    .from(caseLink)
    .innerJoin(proposal, and(eq(proposal.communityId, caseLink.communityId), eq(proposal.id, caseLink.proposalId)))
    .where(and(eq(caseLink.communityId, communityId), inArray(caseLink.side, SIDES), standsAlone))
    .groupBy(caseLink.proposalId)
    .having(sql`count(distinct ${caseLink.side}) = 2`)
    .orderBy(desc(sql`max(${caseLink.caseId})`))
    .limit(PAIRS + 1);
  const theirs = db
    .select({ id: caseLink.caseId })
    .from(caseLink)
    .where(
      and(
        eq(caseLink.communityId, communityId),
        inArray(caseLink.side, SIDES),
        sql`${caseLink.proposalId} = any (array(${both}))`,
      ),
    );
  const rows = await db
    .select(columns)
    .from(cases)
    .leftJoin(building, and(eq(building.communityId, cases.communityId), eq(building.id, cases.buildingId)))
    .where(and(eq(cases.communityId, communityId), sql`${cases.id} = any (array(${theirs}))`))
    .orderBy(desc(cases.no))
    .limit(200);
  const all = await withLinks(scope, rows, standsAlone);
  const newest = (pair: { for: CaseView[]; against: CaseView[] }) =>
    Math.max(...[...pair.for, ...pair.against].map((one) => one.no));
  const pairs = opposing(all)
    .map((pair) => ({
      ...pair,
      title: all.flatMap((one) => one.links).find((link) => link.proposal === pair.proposal)?.title ?? '',
    }))
    .sort((a, b) => newest(b) - newest(a));
  return { opposing: pairs.slice(0, PAIRS), olderPairs: pairs.length > PAIRS };
}

/** A page of the board's cases, newest first; on the first one those that stand opposed over one proposal. */
export const boardCases = boardQuery({
  name: 'cases.board',
  read: async (scope, { after }: { after: number | null }) => {
    const page = await listed(scope, after);
    return page && { ...page, ...(after === null ? await sided(scope) : { opposing: [], olderPairs: false }) };
  },
  shows: () => ['cases'],
});

/** One case as the board may show it. */
export const boardCase = boardQuery({
  name: 'case.board',
  read: async (scope, { no }: { no: number }) => {
    const rows = await scope.db
      .select(columns)
      .from(cases)
      .leftJoin(building, and(eq(building.communityId, cases.communityId), eq(building.id, cases.buildingId)))
      .where(and(eq(cases.communityId, scope.communityId), eq(cases.no, no)));
    const [one] = await withLinks(scope, rows);
    const id = rows[0]?.id;
    if (!one || id === undefined) return undefined;
    const pictures = await scope.db
      .select({ id: picture.id, caption: picture.caption, width: picture.smallWidth, height: picture.smallHeight })
      .from(picture)
      .where(
        and(
          ...[eq(picture.communityId, scope.communityId), eq(picture.subject, 'case'), eq(picture.subjectId, id)],
          eq(picture.onBoard, true),
        ),
      )
      .orderBy(picture.position, picture.id);
    return { ...one, pictures };
  },
  shows: ({ no }) => [`cases/${no}`],
});

type LinkHere = { proposal: number; title: string; side: Side; state: State };

/** The proposals of the case of a statement. */
const linksHere = sql<LinkHere[]>`(select coalesce(json_agg(json_build_object('proposal', p.no, 'title', p.title,
    'side', l.side, 'state', p.state) order by p.no), '[]') from case_link l
  join proposal p on p.community_id = l.community_id and p.id = l.proposal_id and p.state <> 'draft'
  where l.community_id = ${cases.communityId} and l.case_id = ${cases.id})`;

/** One case with its words, but not for those it is brought against. */
export const deskCase = query({
  name: 'case.desk',
  allow: (who) => mayReadCases(who),
  read: async (scope, { no }: { no: number }) => {
    const { db, communityId, who, now } = scope;
    const rows = await db
      .select({
        ...columns,
        source: cases.source,
        externalNo: cases.externalNo,
        receivedAt: cases.receivedAt,
        postedAt: cases.postedAt,
        /** As the board says it, or would. */
        open: sql<string>`coalesce(${cases.postedPlace}, ${cases.place})`,
        words: caseContent.words,
        links: linksHere,
        recordedBy: writtenBy,
      })
      .from(cases)
      .leftJoin(caseContent, and(eq(caseContent.communityId, cases.communityId), eq(caseContent.caseId, cases.id)))
      .leftJoin(building, and(eq(building.communityId, cases.communityId), eq(building.id, cases.buildingId)))
      .where(and(eq(cases.communityId, communityId), eq(cases.no, no), notAgainst(scope)));
    const row = rows[0];
    if (!row) return undefined;
    const { words, links, recordedBy, ...known } = row;
    const posted = known.postedAt !== null;
    return {
      ...known,
      links: links.map((link) => ({
        ...link,
        /** Why it cannot be taken out by whoever asks; null when it can. */
        removal: whyNot(unlinkCase, { facts: { state: link.state }, who, now }),
      })),
      words: words ?? '',
      mayLink: mayLinkCase(who) !== null,
      /** Why whoever asks cannot hang it, or take it down where it hangs. */
      hanging: posted
        ? whyNot(takeDownCase, { facts: { posted, recordedBy }, who, now })
        : whyNot(postCase, { facts: { posted, recordedBy }, who, now }),
      who,
    };
  },
});

/** So many of those that hang are compared, the newest; so many are shown. */
const COMPARED = 500;
const OFFERED = 5;

/** Cases still open that hang on the board and look like what somebody is about to write. */
export const similarCases = query({
  name: 'cases.similar',
  allow: (who, _: { title: string; place: string; at?: string | undefined }) =>
    who.kind === 'person' &&
    (who.households.length > 0 ||
      has(who, 'social-worker', 'hotline') ||
      who.grants.some((one) => one.role === 'captain')),
  read: async (scope, { title, place: beside, at }) => {
    const { db, community, communityId, who } = scope;
    if (title.trim().length < 2) return [];
    const place = placeInWords((await atOf(scope, at, messages.zh.one))?.label ?? null, beside);
    const open = await db
      .select({
        no: cases.no,
        // As it hangs: what somebody left out of it is found by nobody.
        title: sql<string>`coalesce(${cases.postedTitle}, ${cases.title})`,
        place: sql<string>`coalesce(${cases.postedPlace}, ${cases.place})`,
        kind: cases.kind,
        state: cases.state,
        receivedAt: cases.receivedAt,
        recordedBy: cases.recordedBy,
      })
      .from(cases)
      .where(and(eq(cases.communityId, communityId), isNotNull(cases.postedAt), notInArray(cases.state, [...ANSWERED])))
      .orderBy(desc(cases.id))
      .limit(COMPARED);
    const me = who.kind === 'person' ? who.personId : 0;
    const home = homeName(community);
    return alikeAmong({ title, place }, open.toReversed(), home)
      .slice(0, OFFERED)
      .flatMap((near) => open.at(-1 - near) ?? [])
      .map(({ recordedBy, ...one }) => ({
        ...one,
        own: recordedBy === me,
        /** Both say where, and it is not there. */
        elsewhere: isElsewhere({ place }, one, home),
      }));
  },
});
