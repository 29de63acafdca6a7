import { Facts } from '@/components/data/facts';
import { Written } from '@/components/data/written';
import { actPage } from '@/components/page/act-page';
import { Done } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/cases/messages';
import { callsTold, OwnResult } from '@/features/evaluations/components/calls';
import { ownCalls } from '@/features/evaluations/queries/mine';
import { OwnCase } from '@/features/orders/components/mine';
import { myCase } from '@/features/orders/queries/mine';
import { PictureList } from '@/features/pictures/components/picture-list';
import { PictureRemoval } from '@/features/pictures/components/picture-removal';
import { PictureUpload } from '@/features/pictures/components/picture-upload';
import { picturesOf } from '@/features/pictures/queries';
import { mostOf } from '@/features/pictures/rules';
import * as to from '@/lib/addresses';
import { formatMoment, pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, search }) => {
  const one = await myCase(call, { no });
  if (!one) return null;
  const pictures = (await picturesOf(call, { subject: 'case', id: one.id })) ?? [];
  const over = ['merged', 'archived'].includes(one.standing.state);
  const room = one.own && !over && pictures.length < mostOf('case');
  const calls = (await ownCalls(call, { no })) ?? [];
  const t = pick(messages, locale);
  const said = (of: { title: string; place: string }) => `${of.title} · ${of.place}`;
  const begins = one.own && one.standing.state === 'received';
  // 拍照即报: nothing else is asked of whoever has just sent it.
  const first = begins && room && pictures.length === 0;
  const shown = (pictures.length > 0 || room) && (
    <Section title={first ? t.receipt.pictureFirst : t.receipt.pictures} id="pictures">
      {room && <p>{t.receipt.picturesLead(mostOf('case') - pictures.length)}</p>}
      {pictures.length > 0 && <PictureList pictures={pictures} locale={locale} />}
      <PictureRemoval pictures={pictures} locale={locale} community={community} />
      {room && (
        <PictureUpload
          subject="case"
          subjectId={one.id}
          locale={locale}
          community={community}
          refusal={search.picture}
        />
      )}
    </Section>
  );
  const next = begins && <p>{one.hangs ? t.posting.posted : t.receipt.waits}</p>;
  return (
    <>
      <PageTitle
        crumb={<a href={to.me(locale, 'brought')}>{t.receipt.mine}</a>}
        title={t.one.no(no)}
        lead={one.title}
        receipt={search.done === 'received' && <Done title={t.receipt.done}>{next}</Done>}
      />
      {search.done !== 'received' && next}
      <OwnCase
        one={one}
        slug={community}
        locale={locale}
        result={<OwnResult calls={calls} locale={locale} />}
        told={callsTold(calls, locale)}
      >
        {first && shown}
      </OwnCase>
      <Facts
        items={[
          ...(one.own ? [{ key: 'written', term: t.receipt.written, value: said(one) }] : []),
          ...(one.hangs ? [{ key: 'hangs', term: t.receipt.hangs, value: said(one.hangs) }] : []),
          { key: 'received', term: t.one.received, value: formatMoment(one.receivedAt, locale) },
        ]}
      />
      {!first && shown}
      {one.links.map((link) => (
        <p key={link.proposal}>
          <a className="tap" href={to.proposal(locale, community, link.proposal)}>
            <Written>{t.receipt.linked(link.title)}</Written>
          </a>
        </p>
      ))}
      <Actions>
        {one.hangs && <ActionLink href={`${to.cases(locale, community)}/${no}`}>{t.receipt.board}</ActionLink>}
        <ActionLink href={to.act(locale, community, 'cases', 'new')} ghost>
          {t.receipt.more}
        </ActionLink>
      </Actions>
    </>
  );
});
