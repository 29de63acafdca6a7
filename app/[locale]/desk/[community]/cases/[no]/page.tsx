import { Written } from '@/components/data/written';
import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { messages } from '@/features/cases/messages';
import { deskCase } from '@/features/cases/queries';
import { callsTold } from '@/features/evaluations/components/calls';
import { messages as evaluations } from '@/features/evaluations/messages';
import { deskCalls, scopeAsked } from '@/features/evaluations/queries/desk';
import { OrderHistory } from '@/features/exchange/components/history';
import { orderHistory } from '@/features/exchange/queries';
import { Order } from '@/features/orders/components/order';
import { orderPage } from '@/features/orders/queries/one';
import { PictureList } from '@/features/pictures/components/picture-list';
import { picturesOf } from '@/features/pictures/queries';
import { messages as proposals } from '@/features/proposals/messages';
import { Echoes } from '@/features/topics/components/echoes';
import { echoesOf } from '@/features/topics/queries/pairs';
import { messages as visits } from '@/features/visits/messages';
import { needsOfCase } from '@/features/visits/queries/need';
import * as to from '@/lib/addresses';
import { formatDate, pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call }) => {
  const [order, linked] = [await orderPage(call, { no }), await deskCase(call, { no })];
  const versions = order?.externalNo ? await orderHistory(call, { no }) : undefined;
  if (!order) return null;
  const pictures = (await picturesOf(call, { subject: 'case', id: order.id })) ?? [];
  const needs = (linked && (await needsOfCase(call, { no }))) ?? [];
  const calls = order.words === null ? [] : ((await deskCalls(call, { no })) ?? []);
  const asked = order.words === null ? null : await scopeAsked(call, { no });
  const echoes = linked && (await echoesOf(call, { no }));
  const [t, { call: callback, scope, scopes }] = [pick(messages, locale), pick(evaluations, locale)];
  const here = (word: string) => to.desk(locale, community, 'cases', no, word);
  const also = [
    { href: here('callback'), label: callback.go, now: order.standing.state === 'awaiting_callback' },
    { href: here('scope'), label: scope.go, now: false },
  ];
  return (
    <>
      <Order
        order={order}
        kind={t.kinds[order.kind]}
        source={t.sources[order.source]}
        slug={community}
        locale={locale}
        also={order.words === null ? [] : also}
        told={callsTold(calls, locale)}
        asked={
          asked && {
            href: here('scope'),
            label: scope.pending(asked.asker, formatDate(new Date(asked.at), locale), scopes[asked.scope]),
          }
        }
      />
      {(pictures.length > 0 || linked) && (
        <Section title={t.one.pictures} id="pictures">
          {pictures.length > 0 && <PictureList pictures={pictures} locale={locale} />}
          {linked && (
            <Actions>
              <ActionLink href={to.desk(locale, community, 'cases', no, 'pictures')} ghost>
                {t.one.toPictures(pictures.filter((one) => !one.looked).length)}
              </ActionLink>
            </Actions>
          )}
        </Section>
      )}
      {echoes && <Echoes echoes={echoes} no={no} slug={community} locale={locale} />}
      {needs.length > 0 && (
        <Section title={pick(visits, locale).need.from} id="needs">
          <ul className="entries">
            {needs.map((one) => (
              <li key={one.id}>
                <a className="tap" href={to.door(locale, community, 'needs', one.id)}>
                  <Written>{one.wording || pick(visits, locale).need.title}</Written>
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {versions && <OrderHistory versions={versions} locale={locale} />}
      {linked && (
        <Section title={t.one.linked}>
          {linked.links.length === 0 && <p>{t.one.notLinked}</p>}
          <ul className="entries">
            {linked.links.map((link) => (
              <li key={link.proposal}>
                <a className="tap" href={to.desk(locale, community, 'proposals', link.proposal)}>
                  <Written>{link.title}</Written>
                </a>{' '}
                <span className="tone-soft">
                  {t.sides[link.side]} · {pick(proposals, locale).states[link.state]}
                </span>
                {link.removal === null && (
                  <p>
                    <a className="tap" href={to.desk(locale, community, 'cases', no, 'removal', link.proposal)}>
                      {t.removal.title}
                    </a>
                  </p>
                )}
              </li>
            ))}
          </ul>
          <Actions>
            {linked.mayLink && (
              <ActionLink href={to.desk(locale, community, 'cases', no, 'link')} ghost>
                {t.one.toLink}
              </ActionLink>
            )}
            {linked.postedAt !== null && linked.hanging?.code !== 'not_allowed' && (
              <ActionLink href={to.desk(locale, community, 'cases', no, 'posting')} ghost>
                {t.posting.down}
              </ActionLink>
            )}
            {linked.postedAt === null && (
              <ActionLink href={to.desk(locale, community, 'cases', no, 'posting')} ghost>
                {t.posting.go}
              </ActionLink>
            )}
          </Actions>
          {!linked.mayLink && <p className="crumb">{t.link.notYours}</p>}
        </Section>
      )}
    </>
  );
});
