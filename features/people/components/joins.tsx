import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Empty, Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { confirmJoin, confirmJoins } from '@/features/people/actions';
import { requestShown } from '@/features/people/input';
import { messages } from '@/features/people/messages';
import type { JoinView } from '@/features/people/queries/joins';
import type { Locale } from '@/lib/edition';
import { maskedPhone } from '@/lib/phone';
import { showing } from '@/lib/shown';
import { formatDate } from '@/lib/words';

type Props = { joins: JoinView[]; community: string; locale: Locale; back: string };

/** Whom one may confirm together with others: nobody whose name looks like an officer's, who is looked at alone. */
const together = (join: JoinView) => !join.mine && !join.byWorker && join.alike === null;

/** Several whom one knows, confirmed in one press. */
export function SeveralJoins({ joins, community, locale, back }: Props) {
  const { joins: t, home } = messages[locale];
  const known = joins.filter(together);
  if (known.length < 2) return null;
  const options = known.map((one) => ({
    value: String(one.id),
    label: `${one.name ?? ''} ${home(one.building, one.entrance, one.door)}`,
  }));
  const seen = Object.fromEntries(known.map((one) => [one.id, showing(requestShown(one))]));
  return (
    <Section title={t.several} id="several">
      <KeptForm
        id="joins"
        action={confirmJoins}
        fields={[{ kind: 'checkboxes', name: 'requests', label: t.severalWho, options }]}
        about={{ seen: JSON.stringify(seen) }}
        back={back}
        community={community}
        locale={locale}
        submitLabel={t.severalGo}
      />
    </Section>
  );
}

/** Who says they live where; `back` is the list's own address, below which each refusal has its own. */
export function Joins({ joins, community, locale, back }: Props) {
  const { joins: t, home, refusals } = messages[locale];
  if (joins.length === 0) return <Empty text={t.none} />;
  return (
    <ul className="entries">
      {joins.map((join) => (
        <li key={join.id} data-join={join.id}>
          <h2>{home(join.building, join.entrance, join.door)}</h2>
          <p>
            {join.name} {join.phone && maskedPhone(join.phone)} · {t.asked(formatDate(join.at, locale))}
          </p>
          {join.called && <p className="crumb">{t.called(join.called)}</p>}
          {join.note && (
            <p>
              <Written>{join.note}</Written>
            </p>
          )}
          {join.alike && <Notice>{t.alike(join.alike)}</Notice>}
          <p>{join.registered ? t.registered : t.unregistered}</p>
          {join.mine ? (
            <p>{t.mine}</p>
          ) : (
            <>
              {join.byWorker ? (
                <p>{refusals.worker_confirms}</p>
              ) : (
                <KeptForm
                  id={`join-${join.id}`}
                  action={confirmJoin}
                  back={back}
                  community={community}
                  about={{ request: join.id, shown: showing(requestShown(join)) }}
                  locale={locale}
                  submitLabel={t.confirm}
                />
              )}
              <Actions>
                <ActionLink href={`${back}/${join.id}#refusal`} ghost>
                  {t.refuse}
                </ActionLink>
              </Actions>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
