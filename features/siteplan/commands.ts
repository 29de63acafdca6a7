import { sitePlan } from '@/db/schema/siteplan';
import { personOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import { canonical, type Json, sha256 } from '@/lib/ledger';
import { refuse } from '@/lib/result';
import * as acts from './acts';
import { drawInput, MOST_DRAWN, publishInput } from './input';
import { lockSite, ofSite } from './moves';
import { keptShapes, readSite } from './rules';
import { shapesText } from './rules/shapes';

/** 画平面图: a draft of the next version, or a change of it. */
export const drawSite = command({
  act: acts.drawSite,
  input: drawInput,
  facts: lockSite,
  run: async ({ db, communityId, now, actor, input, facts: { draft, published } }) => {
    const read = readSite(input.file || input.shapes, input.file ? 'file' : 'shapes');
    if (!read.ok) return read;
    if (draft && draft.rowVersion !== input.rowVersion) {
      const { rowVersion } = draft;
      const stands = shapesText(keptShapes(draft.shapes));
      return stands.length > MOST_DRAWN
        ? refuse('stale', { rowVersion })
        : refuse('stale_site', { text: stands, rowVersion });
    }
    const shapes = canonical(read.value as unknown as Json);
    const drawn = { shapes, source: input.source, drawnBy: personOf(actor) ?? 0, drawnAt: now };
    const version = draft?.version ?? (published?.version ?? 0) + 1;
    const rowVersion = (draft?.rowVersion ?? 0) + 1;
    if (draft)
      await db
        .update(sitePlan)
        .set({ ...drawn, rowVersion })
        .where(ofSite(draft));
    else await db.insert(sitePlan).values({ communityId, compoundId: input.compound, version, rowVersion, ...drawn });
    return {
      ok: true,
      value: { compound: input.compound, version, rowVersion },
      leaf: {
        subject: `site/${input.compound}`,
        content: { version, draft: rowVersion, source: input.source, shapes: sha256(shapes).toString('hex') },
      },
      changed: [],
    };
  },
});

/** 公布平面图: what is measured from now on, checked by a second person. */
export const publishSite = command({
  act: acts.publishSite,
  input: publishInput,
  facts: lockSite,
  stale: async ({ input, facts: { draft } }) =>
    draft && draft.rowVersion !== input.rowVersion
      ? { code: 'stale', details: { rowVersion: draft.rowVersion } }
      : null,
  run: async ({ db, now, actor, input, facts: { draft } }) => {
    if (!draft) return refuse('no_site_draft');
    const hash = sha256(canonical(draft.shapes));
    await db
      .update(sitePlan)
      .set({ state: 'published', publishedBy: personOf(actor), publishedAt: now, hash })
      .where(ofSite(draft));
    const content = { version: draft.version, source: draft.source, hash: hash.toString('hex') };
    return {
      ok: true,
      value: { compound: input.compound, version: draft.version },
      leaf: { subject: `site/${input.compound}`, content },
      changed: ['site'],
    };
  },
});
