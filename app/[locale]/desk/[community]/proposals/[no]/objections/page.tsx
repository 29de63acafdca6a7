import { Written } from '@/components/data/written';
import { Empty } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { DeskObjectionEntry } from '@/features/objections/components/desk-entry';
import { DrawForms } from '@/features/objections/components/draw-forms';
import * as to from '@/lib/addresses';
import { objectionsPage } from './objection-page';

export default objectionsPage(({ locale, community, no, sheet, t, mayAnswer, form }) => {
  return (
    <>
      <PageTitle
        crumb={
          <a href={to.desk(locale, community, 'proposals', no)}>
            <Written>{sheet.title}</Written>
          </a>
        }
        title={t.desk.list}
        lead={mayAnswer ? t.desk.lead : t.desk.who}
      />
      {mayAnswer && sheet.undrawn.length > 0 && (
        <Actions>
          <ActionLink href="#draw">{t.desk.toDraw(sheet.undrawn.length)}</ActionLink>
        </Actions>
      )}
      {sheet.objections.length === 0 && <Empty text={t.desk.none} />}
      {sheet.objections.length > 0 && <h2>{t.desk.drawn(sheet.objections.length)}</h2>}
      <ul className="entries">
        {sheet.objections.map((one) => (
          <DeskObjectionEntry
            key={one.no}
            one={one}
            others={sheet.objections}
            locale={locale}
            form={form}
            mayAct={mayAnswer}
            at={(act) => to.desk(locale, community, 'proposals', no, 'objections', one.no, act)}
          />
        ))}
      </ul>
      {mayAnswer && (
        <Section title={t.desk.drawTitle} id="draw">
          <DrawForms
            said={sheet.undrawn}
            groups={sheet.groups}
            locale={locale}
            preview={to.desk(locale, community, 'proposals', no, 'objections', 'drawing')}
          />
        </Section>
      )}
    </>
  );
});
