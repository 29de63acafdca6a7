import { randomUUID } from 'node:crypto';
import { KeptForm } from '@/components/form/kept-form';
import { Missing } from '@/components/page/missing';
import { unlinkCase } from '@/features/cases/actions';
import { messages } from '@/features/cases/messages';
import { deskCase } from '@/features/cases/queries';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string; proposal: string }>) {
  const { locale: segment, community, no: given, proposal: of } = await params;
  const locale = localeFrom(segment);
  const no = numberFrom(given) ?? 0;
  const proposal = numberFrom(of) ?? 0;
  const path = to.desk(locale, community, 'cases', no, 'removal', proposal);
  const person = await requirePerson(locale, path);
  const one = await deskCase({ by: { person }, community }, { no });
  const link = one?.links.find((each) => each.proposal === proposal);
  if (!one || !link) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const t = pick(messages, locale);
  const words: Record<string, string> = { ...t.refusals, not_allowed: t.link.notYours };
  const back = to.desk(locale, community, 'cases', no);
  return (
    <Act
      crumb={{ href: back, label: one.title }}
      title={t.removal.title}
      lead={`${t.removal.lead(link.title)} ${t.removal.told}`}
      blocked={link.removal && (words[link.removal.code] ?? link.removal.code)}
    >
      <KeptForm
        action={unlinkCase}
        fields={[
          {
            ...{ kind: 'textarea', name: 'reason', label: t.removal.reason, hint: t.removal.reasonHint },
            ...{ required: true, rows: 3, maxLength: 400 },
          },
        ]}
        submitLabel={t.removal.submit}
        hidden={{
          community,
          locale,
          back: path,
          case: String(no),
          proposal: String(proposal),
          submission: randomUUID(),
        }}
        cancel={{ href: back, label: t.one.back }}
        locale={locale}
      />
    </Act>
  );
}
