import { Facts } from '@/components/data/facts';
import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Section } from '@/components/page/section';
import type { Locale } from '@/lib/edition';
import { inWords } from '@/lib/in-words';
import { formatMoment, pick } from '@/lib/words';
import { askScope, decideScope } from '../actions';
import { messages } from '../messages';
import type { ScopePage } from '../queries/desk';
import { SCOPES } from '../rules';

interface Props {
  page: ScopePage;
  form: { community: string; locale: Locale };
}

type Request = ScopePage['requests'][number];

function Asked({ request, locale }: { request: Request; locale: Locale }) {
  const t = pick(messages, locale);
  const decided = request.agreed === null ? t.scope.asked : request.agreed ? t.scope.agreed : t.scope.refused;
  return (
    <>
      <p>
        <b>{t.scopes[request.scope]}</b> · {t.scope.by(request.asker, formatMoment(request.askedAt, locale))}
      </p>
      <p>
        {request.ground && <>{request.ground} · </>}
        <Written>{request.reason}</Written>
      </p>
      <p className="crumb">
        {decided}
        {request.decidedAt && ` · ${t.scope.by(request.decider ?? '', formatMoment(request.decidedAt, locale))}`}
      </p>
      {request.answer && (
        <p>
          <Written>{request.answer}</Written>
        </p>
      )}
    </>
  );
}

/** How a case counts, what is asked, and the form of whoever asks or decides. */
export function ScopeOf({ page, form }: Props) {
  const { locale } = form;
  const t = pick(messages, locale);
  const open = page.requests.find(({ agreed }) => agreed === null);
  const before = page.requests.filter(({ agreed }) => agreed !== null).reverse();
  const why = (block: typeof page.askBlock | typeof page.decideBlock) =>
    block && <p className="crumb">{inWords(block, locale, messages).message}</p>;
  return (
    <>
      <Facts items={[{ key: 'now', term: t.scope.now, value: t.scopes[page.scope] }]} />
      {open && (
        <Section title={t.scope.asked} id="asked">
          <Asked request={open} locale={locale} />
          {page.decideBlock ? (
            why(page.decideBlock)
          ) : (
            <KeptForm
              {...form}
              id="decide"
              action={decideScope}
              about={{ case: page.no, request: open.id }}
              submitLabel={t.scope.decideSubmit}
              fields={[
                {
                  kind: 'radio',
                  name: 'agreed',
                  label: t.scope.decide,
                  tiles: true,
                  options: [
                    { value: 'yes', label: t.scope.agree },
                    { value: 'no', label: t.scope.refuse },
                  ],
                },
                { kind: 'textarea', name: 'answer', label: t.scope.answer, rows: 3 },
              ]}
            />
          )}
        </Section>
      )}
      {!open && (
        <Section title={t.scope.ask} id="ask">
          {page.askBlock ? (
            why(page.askBlock)
          ) : (
            <KeptForm
              {...form}
              id="ask"
              action={askScope}
              about={{ case: page.no }}
              submitLabel={t.scope.submit}
              fields={[
                {
                  kind: 'radio',
                  name: 'scope',
                  label: t.scope.which,
                  options: SCOPES.filter((value) => value !== page.scope).map((value) => ({
                    value,
                    label: t.scopes[value],
                  })),
                },
                {
                  kind: 'select',
                  name: 'ground',
                  label: t.scope.ground,
                  hint: t.scope.noGround,
                  options: page.grounds.map(({ id, name }) => ({ value: String(id), label: name })),
                },
                { kind: 'textarea', name: 'reason', label: t.scope.reason, rows: 3 },
              ]}
            />
          )}
        </Section>
      )}
      {before.length > 0 && (
        <Section title={t.scope.history} id="history">
          {before.map((request) => (
            <Asked key={request.id} request={request} locale={locale} />
          ))}
        </Section>
      )}
    </>
  );
}
