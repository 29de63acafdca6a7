import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Empty, Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { followCallback } from '@/features/callbacks/actions';
import { saidShown } from '@/features/callbacks/input';
import { messages } from '@/features/callbacks/messages';
import { unsolvedCallbacks } from '@/features/callbacks/queries';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { showing } from '@/lib/shown';
import { formatDate, pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const page = await unsolvedCallbacks(call, { no });
  if (!page) return null;
  const t = pick(messages, locale);
  const { desk } = t;
  return (
    <Act
      crumb={{ href: to.desk(locale, community, 'callbacks', no), label: desk.title(page.title) }}
      title={desk.unsolvedTitle}
      lead={desk.unsolvedLead}
      blocked={null}
    >
      {page.calls.length === 0 && <Empty text={desk.unsolvedNone} />}
      {page.calls.some((one) => !one.mayTell) && (
        <Notice kind="warn">
          <p>{desk.theyAreUntold}</p>
        </Notice>
      )}
      {page.calls.map((one) => (
        <Section key={one.id} title={one.door} id={`call-${one.id}`}>
          <p className="crumb">
            {t.waves[one.wave]} · {formatDate(one.at, locale)}
          </p>
          <blockquote>
            <Written>{one.words || desk.noWords}</Written>
          </blockquote>
          <KeptForm
            id={`call-${one.id}`}
            action={followCallback}
            fields={[{ kind: 'textarea', name: 'words', label: desk.answer, hint: desk.answerHint, rows: 3 }]}
            {...form}
            about={{ callback: one.id, shown: showing(saidShown(one)) }}
            submitLabel={desk.follow}
          />
        </Section>
      ))}
      {page.more > 0 && <p>{desk.unsolvedMore(page.more)}</p>}
    </Act>
  );
});
