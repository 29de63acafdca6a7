import { and, asc, eq, inArray } from 'drizzle-orm';
import { picture } from '@/db/schema/pictures';
import { mayAddPicture, mayLookAtPictures } from '@/features/pictures/policy';
import { MOST_PICTURES } from '@/features/pictures/rules';
import { knownOf } from '@/features/proposals/moves';
import { newestSites } from '@/features/siteplan/moves';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { comparisonFacts } from '../facts';
import { mayReadComparison, mayReadCounts } from '../policy';
import { drawnOf } from './drawn';

const ofAlternative = { subject: 'alternative', persons: [], households: [], entrances: [] } as const;

/** Drawings of some alternatives, without their bytes. */
export async function drawingsOf({ db, communityId, who }: Scope, ids: readonly number[], all = false) {
  const rows =
    ids.length === 0
      ? []
      : await db
          .select({
            of: picture.subjectId,
            id: picture.id,
            caption: picture.caption,
            width: picture.smallWidth,
            height: picture.smallHeight,
            onBoard: picture.onBoard,
            refusedReason: picture.refusedReason,
            uploadedBy: picture.uploadedBy,
          })
          .from(picture)
          .where(
            and(
              ...[eq(picture.communityId, communityId), eq(picture.subject, 'alternative')],
              inArray(picture.subjectId, [...ids]),
              all ? undefined : eq(picture.onBoard, true),
            ),
          )
          .orderBy(asc(picture.subjectId), asc(picture.position), asc(picture.id));
  const own = who.kind === 'person' ? who.personId : 0;
  return rows.map(({ uploadedBy, ...row }) => ({ ...row, own: uploadedBy === own }));
}

/** The alternatives of a proposal at the desk, with what their acts are asked about; the numbers for those who answer for them. */
export const deskComparison = query({
  name: 'alternatives.desk',
  allow: (who, _: { no: number }) => mayReadComparison(who),
  read: async (scope, { no }) => {
    const facts = await knownOf(scope, no, comparisonFacts);
    if (!facts) return undefined;
    const { who, now } = scope;
    const ids = (facts.comparison?.alternatives ?? []).map(({ id }) => id);
    const drawings = await drawingsOf(scope, ids, true);
    const drawn = await drawnOf(scope, ids);
    const sites = await newestSites(scope);
    return {
      asked: { facts, who, now },
      drawings,
      drawn,
      /** The compounds that have a site plan, with its newest version. */
      sites: sites.map(({ compound, version }) => ({ compound, version })),
      counts: mayReadCounts(who),
      may: {
        draw: facts.comparison?.opensAt === null && mayAddPicture(who, ofAlternative) !== null,
        most: MOST_PICTURES,
        look: mayLookAtPictures(who) !== null,
      },
    };
  },
});
