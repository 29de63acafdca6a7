import { and, asc, desc, eq, isNotNull, lte } from 'drizzle-orm';
import { ledgerLeaf } from '@/db/schema/ledger';
import { proposal } from '@/db/schema/proposals';
import { noticeShown, resolution, signature } from '@/db/schema/signoff';
import type { ObjectionLine } from '@/features/objections/moves/lines';
import type { Effect } from '@/features/proposals/rules';
import type { Gate } from '@/features/proposals/rules/gates';
import { pageAfter } from '@/lib/cursor';
import type { Scope } from '@/lib/gate';
import { canonical, type Json, openLeaf, sha256 } from '@/lib/ledger';
import { boardQuery } from '@/lib/query';
import * as acts from '../acts';
import { type BoardNumbers, type OutsideText, signedLeaf } from '../rules';
import { planText } from './plan';

const LIST = 30;

/** Resolutions in force, newest first. */
export const boardResolutions = boardQuery({
  name: 'resolutions.board',
  read: async ({ db, communityId }, { after }: { after: number | null }) => {
    const rows = await db
      .select({
        no: resolution.no,
        signedAt: resolution.signedAt,
        version: resolution.planVersion,
        proposal: proposal.no,
        title: proposal.title,
        place: proposal.place,
      })
      .from(resolution)
      .innerJoin(
        proposal,
        and(eq(proposal.communityId, resolution.communityId), eq(proposal.id, resolution.proposalId)),
      )
      .where(
        and(
          eq(resolution.communityId, communityId),
          isNotNull(resolution.signedAt),
          after === null ? undefined : lte(resolution.no, after),
        ),
      )
      .orderBy(desc(resolution.no))
      .limit(LIST + 2);
    const found = pageAfter(rows, after, { size: LIST, key: (row) => row.no });
    return found && { resolutions: found.page, next: found.next };
  },
  shows: () => ['resolutions'],
});

export interface ResolutionText {
  proposal: number;
  plan: { version: number; hash: string };
  snapshot: string;
  groups: ({ position: number; name: string; effect: Effect } & BoardNumbers)[];
  objections: {
    id: number;
    state: ObjectionLine['state'];
    answer: {
      kind: NonNullable<ObjectionLine['answer']>['kind'] | null;
      text: string | null;
      version: number | null;
      clause: number | null;
      clauseText: string | null;
      group: number;
      ground: string;
      weight: ObjectionLine['weight'];
      households: number | null;
      wording: string | null;
      escalation: { words: string; reason: string } | null;
    };
  }[];
  gates: Gate[];
  outside?: OutsideText[];
}

async function resolutionView(scope: Scope, no: number) {
  const { db, communityId } = scope;
  const [row] = await db
    .select({
      id: resolution.id,
      no: resolution.no,
      version: resolution.planVersion,
      hash: resolution.hash,
      signedAt: resolution.signedAt,
      leaf: resolution.leafSeq,
      content: resolution.canonical,
      proposal: proposal.no,
      title: proposal.title,
      place: proposal.place,
      proposalId: proposal.id,
      from: noticeShown.from,
      to: noticeShown.to,
      opposition: noticeShown.oppositions,
    })
    .from(resolution)
    .innerJoin(proposal, and(eq(proposal.communityId, resolution.communityId), eq(proposal.id, resolution.proposalId)))
    .innerJoin(
      noticeShown,
      and(eq(noticeShown.communityId, resolution.communityId), eq(noticeShown.id, resolution.noticeId)),
    )
    .where(and(eq(resolution.communityId, communityId), isNotNull(resolution.signedAt), eq(resolution.no, no)));
  if (!row) return undefined;
  const [entry] = row.leaf
    ? await db
        .select({ hash: ledgerLeaf.leafHash })
        .from(ledgerLeaf)
        .where(and(eq(ledgerLeaf.communityId, communityId), eq(ledgerLeaf.seq, row.leaf)))
    : [];
  const signatures = await db
    .select({ role: signature.role, at: signature.at })
    .from(signature)
    .where(and(eq(signature.communityId, communityId), eq(signature.resolutionId, row.id)))
    .orderBy(asc(signature.at), desc(signature.role));
  const text = canonical(row.content as { [key: string]: Json });
  const hash = sha256(text).toString('hex');
  const last = signatures.at(-1);
  const leaf =
    row.leaf && row.signedAt && last
      ? openLeaf({
          act: acts.signResolution.name,
          at: row.signedAt,
          seq: row.leaf,
          leaf: signedLeaf(no, {
            proposal: row.proposal ?? 0,
            version: row.version,
            hash,
            role: last.role,
            complete: true,
          }),
        })
      : null;
  return {
    no: row.no,
    proposal: row.proposal ?? 0,
    title: row.title,
    place: row.place,
    version: row.version,
    signedAt: row.signedAt ?? scope.now,
    leaf: row.leaf,
    /** Worked out from the text, here and now; and whether it is what was signed. */
    hash,
    isSigned: row.hash.toString('hex') === hash,
    canonical: text,
    /** The entry of the record, worked out from the same text; null where the record has another one, or none yet. */
    entry: leaf?.hash === entry?.hash.toString('hex') ? leaf : null,
    text: row.content as unknown as ResolutionText,
    notice: { from: row.from, to: row.to, opposition: row.opposition },
    signatures,
    plan: await planText(scope, row.proposalId, row.version),
  };
}

/** A resolution in force, by its number. */
export const boardResolutionByNo = boardQuery({
  name: 'resolution.board',
  read: (scope, { no }: { no: number }) => resolutionView(scope, no),
  shows: ({ no }) => [`resolution/${no}`],
});
