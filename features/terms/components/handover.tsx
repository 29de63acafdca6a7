import { KeptForm } from '@/components/form/kept-form';
import type { FieldFor, FieldsOf } from '@/components/form/spec';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { messages as people } from '@/features/people/messages';
import { handOver } from '@/features/terms/actions';
import { messages } from '@/features/terms/messages';
import type { HandoverPage } from '@/features/terms/queries/handover';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';

interface Props {
  page: HandoverPage;
  /** What there may be to hand over, in words. */
  kinds: Readonly<Record<string, string>>;
  community: string;
  locale: Locale;
}

/** Everything open with whoever leaves, a receiver to be named for each, and what was handed over before. */
export function Handover({ page, kinds, community, locale }: Props) {
  const t = pick(messages, locale);
  const { roles, entrance } = pick(people, locale);
  const role = roles[page.role] ?? page.role;
  const where = page.building && page.entrance !== null ? `${role} · ${entrance(page.building, page.entrance)}` : role;
  const back = to.desk(locale, community, 'grants');
  const stuck = page.open.some((one) => one.receivers.length === 0);
  const finished = page.over && page.open.length === 0;
  const fields: FieldsOf<typeof handOver> = [
    ...page.open.map(
      (one): FieldFor<`to_${string}`> => ({
        kind: 'select',
        name: `to_${one.item}`,
        label: t.receiver(kinds[one.kind] ?? one.kind, one.title),
        needed: true,
        options: one.receivers.map((who) => ({
          value: String(who.personId),
          label: t.whose(who.name ?? t.somebody, roles[who.role] ?? who.role),
        })),
        ...(one.receivers.length === 0 && { hint: t.nobody }),
      }),
    ),
    {
      kind: 'textarea',
      name: 'reason',
      label: t.reason,
      hint: t.reasonHint,
    },
  ];
  return (
    <>
      <PageTitle crumb={<a href={back}>{t.back}</a>} title={t.title} lead={t.lead(page.name ?? t.somebody, where)} />
      {finished ? <Notice title={t.finished} /> : page.over && <Notice kind="warn" title={t.over} />}
      {stuck && <Notice kind="warn" title={t.nobody} />}
      {!finished && !stuck && (
        <Section title={page.open.length === 0 ? t.nothing : t.open(page.open.length)} id="open">
          <KeptForm
            id="handover"
            action={handOver}
            fields={fields}
            community={community}
            about={{ grant: page.id }}
            submitLabel={page.over ? t.submitOver : t.submit}
            cancel={{ href: back, label: t.back }}
            locale={locale}
            danger
          />
        </Section>
      )}
      {page.done.length > 0 && (
        <Section title={t.done} id="handed-over">
          <ul>
            {page.done.map((one) => (
              <li key={one.item}>{t.doneTo(one.title, one.receiver ?? t.somebody, formatDate(one.at, locale))}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
