import { randomUUID } from 'node:crypto';
import type { OfOne } from '@/features/objections/acts';
import { objectionReason } from '@/features/objections/components/steps';
import { messages } from '@/features/objections/messages';
import { mayAnswer } from '@/features/objections/policy';
import { deskObjections } from '@/features/objections/queries';
import { type Act, whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { keptDraft } from '@/lib/drafts';
import type { FormState } from '@/lib/form-state';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

/** What the addresses of objections at the desk begin with; `sheet` is undefined when this person may not see it. */
export async function begin(params: P<{ community: string; no: string; objection?: string }>['params'], act?: string) {
  const { locale: segment, community, no: given, objection } = await params;
  const locale = localeFrom(segment);
  const no = numberFrom(given) ?? 0;
  const wanted = objection ? (numberFrom(objection) ?? 0) : null;
  const list = to.desk(locale, community, 'proposals', no, 'objections');
  const path = !act ? list : wanted === null ? `${list}/${act}` : `${list}/${wanted}/${act}`;
  const person = await requirePerson(locale, path);
  const sheet = await deskObjections({ by: { person }, community }, { no });
  const t = pick(messages, locale);
  const values = await keptDraft(person, path);
  const initial: FormState = values ? { values } : {};
  const one = sheet?.objections.find((known) => known.no === wanted);
  const subject = { termActive: sheet?.termActive ?? true };
  return {
    ...{ locale, community, no, path, sheet, t, initial, list },
    /** The number it goes on in, when it was merged. */
    into: sheet?.merged.find((gone) => gone.no === wanted)?.into,
    wanted: wanted ?? 0,
    one,
    mayAnswer: sheet !== undefined && mayAnswer(sheet.who, subject) !== null,
    /** Why this act with it is not possible, in words; null when it is. */
    why: (of: Act<OfOne>, whose?: string) => {
      const facts = sheet && one && { ...subject, state: sheet.state, objection: { ...one, into: null } };
      return facts ? objectionReason(whyNot(of, { facts, who: sheet.who, now: sheet.now }), locale, whose) : null;
    },
    crumb: { href: list, label: t.desk.list },
    cancel: { href: list, label: t.desk.list },
    hidden: (more: Record<string, string> = {}) => ({
      ...{ community, locale, submission: randomUUID(), proposal: String(no), back: path },
      ...more,
    }),
  };
}
