import type { ReactNode } from 'react';
import { Explained } from '@/components/data/explained';
import { words } from '@/components/messages';
import { Done } from '@/components/page/notice';
import { refusedIn } from '@/lib/aside';
import { isBigAsked, justDid, justDone, localeAsked } from '@/lib/done';

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

export type PageTitleProps = Stands & {
  crumb?: ReactNode;
  title: string;
  /** What the page asks of its reader, with its button: in large print before everything else. */
  asked?: ReactNode;
  /** What was just done, where the page has words of its own for it: in large print above all else. */
  receipt?: ReactNode;
};

/** Our own words; what somebody wrote comes as an element. */
const explained = (what: ReactNode) =>
  typeof what === 'string' ? <Explained locale={localeAsked()}>{what}</Explained> : what;

/** How it stands: below its title, and in large print below what is asked. */
function HowItStands({ state, next, lead }: Stands) {
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

export function PageTitle({ crumb, title, asked, receipt, ...stands }: PageTitleProps) {
  const asksFirst = Boolean(asked) && isBigAsked();
  const done = justDone();
  const refused = refusedIn();
  const said = receipt || (done && <Done title={words(done).done(justDid())} />);
  const saidFirst = Boolean(said) && isBigAsked();
  return (
    <>
      <div className="page-title">
        <title>{`${refused ? words(refused).wrong : ''}${title} · 同心议事`}</title>
        {saidFirst && said}
        {crumb && !asksFirst && <p className="crumb">{crumb}</p>}
        <h1>{title}</h1>
        {!saidFirst && said}
        {!asksFirst && <HowItStands {...stands} />}
      </div>
      {asked}
      {asksFirst && (
        <div className="also">
          <HowItStands {...stands} />
          {crumb && <p className="crumb">{crumb}</p>}
        </div>
      )}
    </>
  );
}
