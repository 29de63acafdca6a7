import { ActionLink, Actions } from '@/components/page/section';
import { messages as alternatives } from '@/features/alternatives/messages';
import { messages as shortway } from '@/features/shortway/messages';
import { messages } from '@/features/story/messages';
import type { OpenAct as Open } from '@/features/story/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

interface Props {
  open: Open;
  no: number;
  slug: string;
  locale: Locale;
}

/** The one thing a household can say now: on every page of a proposal, where it is seen first. The same for everybody. */
export function OpenAct({ open, no, slug, locale }: Props) {
  if (!open) return null;
  const { rounds, notice, talk } = pick(messages, locale);
  const [href, label] =
    open.kind === 'opinion'
      ? [to.act(locale, slug, 'rounds', open.round, 'opinion'), rounds.say]
      : open.kind === 'opposition'
        ? [to.act(locale, slug, 'notices', no, 'opposition'), notice.oppose]
        : open.kind === 'short'
          ? [to.act(locale, slug, 'proposals', no, 'short'), pick(shortway, locale).board.object]
          : open.kind === 'alternatives'
            ? [to.act(locale, slug, 'proposals', no, 'alternatives'), pick(alternatives, locale).board.say]
            : [to.act(locale, slug, 'proposals', no, 'comment'), talk.comment];
  return (
    <Actions near>
      <ActionLink href={href} ghost={open.kind === 'opposition' || open.kind === 'short'}>
        {label}
      </ActionLink>
    </Actions>
  );
}
