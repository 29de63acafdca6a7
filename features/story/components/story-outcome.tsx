import { messages as proposalMessages } from '@/features/proposals/messages';
import { messages } from '@/features/story/messages';
import type { Story } from '@/features/story/queries';
import { unkeptOf } from '@/features/story/rules';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { formatDate, formatList, pick } from '@/lib/words';

/** How it ended in a few sentences, for those who read no further: who agreed, what changed, who signed, what was built and what not. */
export function StoryOutcome({ story, locale }: { story: Story; locale: Locale }) {
  const made = story.decision?.resolution;
  if (!made?.signedAt || story.state === 'redesign') return null;
  const t = pick(messages, locale).outcome;
  const roles = pick(proposalMessages, locale).roles as Record<string, string>;
  const groups = formatList(
    story.groups.map((group) => placeIn(group.name, locale)),
    locale,
  );
  const changes = story.rounds.flatMap((round) => round.changes.map((change) => change.note));
  const signers = [...new Set(made.signatures.map((one) => roles[one.role] ?? one.role))];
  const done = story.works?.completedAt;
  const unkept = unkeptOf(story.works?.commitments ?? []);
  const sentences = [
    t.agreed(groups),
    changes.length > 0 && t.changed(changes),
    t.signed(formatList(signers, locale), formatDate(made.signedAt, locale)),
    done && t.built(formatDate(done, locale)),
    done && unkept > 0 && t.unkept(unkept),
    made.signatures.some((one) => one.role === 'governance-secretary') && t.governance,
  ].filter(Boolean);
  return (
    <section className="outcome" aria-labelledby="outcome">
      <h2 id="outcome">{t.title}</h2>
      <p>{sentences.join(locale === 'zh' ? '' : ' ')}</p>
    </section>
  );
}
