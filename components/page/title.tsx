import type { ReactNode } from 'react';
import { Explained } from '@/components/data/explained';
import { words } from '@/components/messages';
import { Done } from '@/components/page/notice';
import { refusedIn } from '@/lib/aside';
import { justDone, localeAsked } from '@/lib/done';

export type Tone = 'soft' | 'jade' | 'ochre' | 'seal';

/** A state in words with a dot in its colour: jade is agreement, ochre a condition, seal an objection or danger. */
export function StateBadge({ tone = 'soft', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`state state-${tone} tone-${tone}`}>{children}</span>;
}

interface Stands {
  state?: { tone?: Tone; text: string };
  /** What happens next, who does it and by when. */
  next?: ReactNode;
  lead?: ReactNode;
}

export type PageTitleProps = Stands & { crumb?: ReactNode; title: string };

/** Our own words; what somebody wrote comes as an element. */
const explained = (what: ReactNode) =>
  typeof what === 'string' ? <Explained locale={localeAsked()}>{what}</Explained> : what;

/** How it stands: below its title, and in large print below what is asked. */
export function HowItStands({ state, next, lead }: Stands) {
  return (
    <>
      {state && (
        <p>
          <StateBadge tone={state.tone}>{state.text}</StateBadge>
        </p>
      )}
      {next && <p>{explained(next)}</p>}
      {lead && <p className="lead">{explained(lead)}</p>}
    </>
  );
}

export function PageTitle({ crumb, title, ...stands }: PageTitleProps) {
  const done = justDone();
  const refused = refusedIn();
  return (
    <div className="page-title">
      <title>{`${refused ? words(refused).wrong : ''}${title} · 同心议事`}</title>
      {crumb && <p className="crumb">{crumb}</p>}
      <h1>{title}</h1>
      {done && <Done title={words(done).done} />}
      <HowItStands {...stands} />
    </div>
  );
}
