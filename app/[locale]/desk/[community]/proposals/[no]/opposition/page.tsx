import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { messages as opinions } from '@/features/opinions/messages';
import { Act } from '@/features/proposals/components/act';
import { answerOpposition } from '@/features/signoff/actions';
import { oppositionShown } from '@/features/signoff/input';
import { showing } from '@/lib/shown';
import { formatDate, pick } from '@/lib/words';
import { signoffPage } from '../signoff';

export default signoffPage('opposition')(({ locale, desk, w, title, blocked, crumb, form }) => {
  const t = w.opposition;
  const said = pick(opinions, locale);
  const outcomes = (['not_upheld', 'upheld'] as const).map((value) => ({ value, label: t.outcomes[value] }));
  return (
    <>
      <Act crumb={crumb} title={title} lead={t.lead} blocked={blocked} />
      {desk.opposition.length === 0 && <Empty text={t.none} />}
      {desk.opposition.map((one) => (
        <Section key={one.id} id={`opposition-${one.id}`} title={t.said(formatDate(one.at, locale))}>
          <blockquote>
            <Written>{one.words}</Written>
          </blockquote>
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
            <KeptForm
              id={`o${one.id}`}
              action={answerOpposition}
              fields={[
                { kind: 'radio', name: 'outcome', label: t.outcome, options: outcomes },
                { kind: 'textarea', name: 'answer', label: t.answer, rows: 4 },
              ]}
              submitLabel={t.submit}
              {...form}
              about={{ ...form.about, opposition: one.id, shown: showing(oppositionShown(one)) }}
            />
          )}
        </Section>
      ))}
    </>
  );
});
