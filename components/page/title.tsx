import type { ReactNode } from 'react';
import { words } from '@/components/messages';
import { Done } from '@/components/page/notice';
import { refusedIn } from '@/lib/aside';
import { justDone } from '@/lib/done';

export type Tone = 'soft' | 'jade' | 'ochre' | 'seal';

/** A state in words with a dot in its colour: jade is agreement, ochre a condition, seal an objection or danger. */
export function StateBadge({ tone = 'soft', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`state state-${tone} tone-${tone}`}>{children}</span>;
}

export type PageTitleProps = {
  crumb?: ReactNode;
  title: string;
  state?: { tone?: Tone; text: string };
  /** What happens next, who does it and by when. */
  next?: ReactNode;
  lead?: ReactNode;
};

export function PageTitle({ crumb, title, state, next, lead }: PageTitleProps) {
  const done = justDone();
  const refused = refusedIn();
  return (
    <div className="page-title">
      <title>{`${refused ? words(refused).wrong : ''}${title} · 同心议事`}</title>
      {crumb && <p className="crumb">{crumb}</p>}
      <h1>{title}</h1>
      {done && <Done title={words(done).done} />}
      {state && (
        <p>
          <StateBadge tone={state.tone}>{state.text}</StateBadge>
        </p>
      )}
      {next && <p>{next}</p>}
      {lead && <p className="lead">{lead}</p>}
    </div>
  );
}
