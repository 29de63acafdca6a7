import { pagesOf } from '@/components/page/act-page';
import { messages } from '@/features/playbooks/messages';
import { deskPlaybook } from '@/features/playbooks/queries/desk';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/in-words';
import { pick } from '@/lib/words';

/** The pages of a playbook at the desk of the community that drew it. */
export const playbookPage = pagesOf(['no'], async ({ locale, community, no, call, form }) => {
  const found = await deskPlaybook(call, { no });
  const back = to.desk(locale, community, 'playbooks', no);
  return (
    found && {
      ...found,
      t: pick(messages, locale),
      crumb: { href: back, label: found.one.name },
      blocked: found.block && inWords(found.block, locale, messages).message,
      form: { ...form, about: { playbook: no } },
    }
  );
});
