import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { messages as opinions } from '@/features/opinions/messages';
import { Act } from '@/features/proposals/components/act';
import { answerOpposition } from '@/features/signoff/actions';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { formatDate, pick } from '@/lib/words';
import { begin } from '../signoff';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, desk, w, title, blocked, crumb, hidden } = await begin(params, 'opposition');
  if (!desk) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const t = w.opposition;
  const said = pick(opinions, locale);
  const outcomes = (['not_upheld', 'upheld'] as const).map((value) => ({ value, label: t.outcomes[value] }));
  return (
    <>
      <Act crumb={crumb} title={title} lead={t.lead} blocked={blocked} />
      {desk.opposition.length === 0 && <Empty text={t.none} />}
      {desk.opposition.map((one) => (
        <Section key={one.id} id={`opposition-${one.id}`} title={t.said(formatDate(one.at, locale))}>
          <blockquote>{one.words}</blockquote>
          {one.recorded && one.proof && (
            <p className="crumb">{w.door.how(said.channels[one.recorded], said.proofs[one.proof])}</p>
          )}
          {one.answer !== null && (
            <p>
              {t.outcomes[one.upheld ? 'upheld' : 'not_upheld']}
              {locale === 'zh' ? '：' : ': '}
              {one.answer}
            </p>
          )}
          {one.answer === null && !blocked && (
            <ActionForm
              id={`o${one.id}`}
              action={answerOpposition}
              fields={[
                { kind: 'radio', name: 'outcome', label: t.outcome, required: true, options: outcomes },
                { kind: 'textarea', name: 'answer', label: t.answer, required: true, rows: 4, maxLength: 1000 },
              ]}
              submitLabel={t.submit}
              hidden={hidden({ opposition: String(one.id) })}
              locale={locale}
            />
          )}
        </Section>
      ))}
    </>
  );
}
