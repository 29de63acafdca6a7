import type { ReactNode } from 'react';

export type TimelineItem = {
  key: string;
  /** What stands in the ring: 一, 二, or 1, 2. The title says it again in words. */
  mark: string;
  title: string;
  when?: ReactNode;
  done?: boolean;
  /** A place one can link to. */
  id?: string;
  children?: ReactNode;
};

/** Rounds, or steps, one below the other along a line. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li key={item.key} id={item.id} className={item.done ? 'timeline-done' : undefined}>
          <span className="timeline-mark" aria-hidden="true">
            {item.mark}
          </span>
          <h3>{item.title}</h3>
          {item.when && <p className="when">{item.when}</p>}
          {item.children}
        </li>
      ))}
    </ol>
  );
}

export type Change = { key: string; text: ReactNode; note?: ReactNode; status?: { text: string; agreed?: boolean } };

/** What changed, what it answers, and what those who raised it say to that. */
export function Changes({ items }: { items: readonly Change[] }) {
  return (
    <ul className="changes">
      {items.map((item) => (
        <li key={item.key}>
          <span>{item.text}</span>
          {item.note && <small>{item.note}</small>}
          {item.status && (
            <span className={item.status.agreed ? 'changes-status tone-jade' : 'changes-status tone-soft'}>
              {item.status.text}
              {item.status.agreed && <span aria-hidden="true"> ✓</span>}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
