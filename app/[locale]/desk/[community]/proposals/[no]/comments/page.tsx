import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Empty } from '@/components/page/notice';
import { hideComment, showComment } from '@/features/proposals/actions';
import { Act } from '@/features/proposals/components/act';
import { mayModerate } from '@/features/proposals/policy';
import { deskComments } from '@/features/proposals/queries/comments';
import { numberFrom } from '@/lib/page';
import { formatMoment } from '@/lib/words';
import { proposalPage } from '../proposal-page';

export default proposalPage(async ({ locale, no, call, proposal, t, crumb, search, form }) => {
  const after = numberFrom(search.after ?? '') ?? null;
  const page = proposal && (await deskComments(call, { no, after }));
  if (!proposal || !page) return null;
  const moderates = mayModerate(proposal.who) !== null;
  return (
    <Act crumb={crumb} title={t.desk.commentsTitle} lead={moderates ? t.desk.commentsLead : t.desk.notModerator}>
      {page.comments.length === 0 && <Empty text={t.desk.noComments} />}
      {page.comments.map((one) => (
        <section key={one.id}>
          <p>
            <strong>{t.stances[one.stance]}</strong>{' '}
            <span className="tone-soft">
              {one.building !== null && `${t.desk.building(one.building)} · `}
              {formatMoment(one.at, locale)}
            </span>
          </p>
          <p>
            <Written>{one.words ?? t.desk.erased}</Written>
          </p>
          {one.hiddenReason !== null && <p className="tone-seal">{t.desk.hidden(one.hiddenReason)}</p>}
          {moderates && one.hiddenReason === null && (
            <KeptForm
              id={`hide-${one.id}`}
              action={hideComment}
              fields={[{ kind: 'text', name: 'reason', label: t.desk.hideReason }]}
              submitLabel={t.desk.hide}
              {...form}
              about={{ comment: one.id }}
              danger
            />
          )}
          {moderates && one.hiddenReason !== null && (
            <KeptForm
              id={`show-${one.id}`}
              action={showComment}
              fields={[{ kind: 'text', name: 'reason', label: t.desk.showReason }]}
              submitLabel={t.desk.show}
              {...form}
              about={{ comment: one.id }}
            />
          )}
        </section>
      ))}
      {page.next !== null && (
        <a className="tap" href={`?after=${page.next}`}>
          →
        </a>
      )}
    </Act>
  );
});
