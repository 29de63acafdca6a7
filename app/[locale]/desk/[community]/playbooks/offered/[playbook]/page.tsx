import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { adoptPlaybook } from '@/features/playbooks/actions';
import { Playbook } from '@/features/playbooks/components/playbook';
import { communityOf } from '@/features/playbooks/components/playbook-list';
import { messages } from '@/features/playbooks/messages';
import { offeredPlaybook } from '@/features/playbooks/queries/desk';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/in-words';
import { pick } from '@/lib/words';

export default actPage(['playbook'], async ({ locale, community, playbook: id, call, form }) => {
  const found = await offeredPlaybook(call, { id });
  if (!found) return null;
  const { one, mine, block } = found;
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'playbooks')}>{t.adopt.back}</a>}
        title={one.name}
        lead={t.list.from(communityOf(one, locale), one.place)}
      />
      {mine && (
        <Actions>
          <ActionLink href={to.desk(locale, community, 'playbooks', 'adoptions', mine.id)}>
            {t.offers.adopted}
          </ActionLink>
        </Actions>
      )}
      <Playbook one={one} locale={locale} />
      <Section title={t.adopt.title(one.name)} id="adopt">
        {block ? (
          <Notice kind="warn">
            <p>{inWords(block, locale, messages).message}</p>
          </Notice>
        ) : (
          <>
            <p>{t.adopt.lead}</p>
            <KeptForm
              {...form}
              action={adoptPlaybook}
              about={{ playbook: id }}
              fields={[
                { kind: 'text', name: 'place', label: t.adopt.place },
                { kind: 'textarea', name: 'changed', label: t.adopt.changed, hint: t.adopt.changedHint, rows: 4 },
              ]}
              submitLabel={t.adopt.submit}
            />
          </>
        )}
      </Section>
    </>
  );
});
