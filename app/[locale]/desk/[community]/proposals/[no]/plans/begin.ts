import { randomUUID } from 'node:crypto';
import { messages } from '@/features/plans/messages';
import { deskPlans } from '@/features/plans/queries/desk';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { keptDraft } from '@/lib/drafts';
import { localeFrom, numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

type Params = Promise<{ locale: string; community: string; no: string; version?: string }>;

/** What every address of a plan at the desk begins with; `desk` is undefined when it is not there for this person. */
export async function begin(params: Params, step?: string) {
  const { locale: segment, community, no: given, version } = await params;
  const locale = localeFrom(segment);
  const no = numberFrom(given) ?? 0;
  const rest = step ? [...(version ? [numberFrom(version) ?? 0] : []), step] : [];
  const path = to.desk(locale, community, 'proposals', no, 'plans', ...rest);
  const person = await requirePerson(locale, path);
  const found = await deskPlans({ by: { person }, community }, { no });
  const other = version !== undefined && found?.draft?.version !== numberFrom(version);
  const values = await keptDraft(person, path);
  const seen: Record<string, string> = found?.draft ? { rowVersion: String(found.draft.rowVersion) } : {};
  return {
    ...{ locale, community, no, path, person },
    /** A step of a version that is not the draft does not exist any more. */
    desk: other ? undefined : found,
    t: pick(messages, locale),
    plans: to.desk(locale, community, 'proposals', no, 'plans'),
    values,
    initial: values ? { values } : {},
    hidden: () => ({ community, locale, submission: randomUUID(), back: path, proposal: String(no), ...seen }),
  };
}
