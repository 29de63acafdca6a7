import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Playbook } from '@/features/playbooks/components/playbook';
import * as to from '@/lib/addresses';
import { playbookPage } from './playbook-page';

export default playbookPage(async ({ locale, community, no, one, block, t }) => {
  const at = (word: string) => to.desk(locale, community, 'playbooks', no, word);
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'playbooks')}>{t.one.crumb}</a>}
        title={one.name}
        lead={t.one.no(no)}
        {...(one.retired && { state: { tone: 'seal' as const, text: t.list.retired } })}
      />
      <Actions>
        {block === null && <ActionLink href={at('review')}>{t.acts.review}</ActionLink>}
        {block === null && (
          <ActionLink href={at('revision')} ghost>
            {t.acts.revise}
          </ActionLink>
        )}
        {block === null && (
          <ActionLink href={at('retirement')} ghost>
            {t.acts.retire}
          </ActionLink>
        )}
        <ActionLink href={to.playbook(locale, community, no)} ghost>
          {t.acts.board}
        </ActionLink>
      </Actions>
      <Playbook one={one} locale={locale} />
    </>
  );
});
