import type { ReactNode } from 'react';

export type Fact = { key: string; term: string; value: ReactNode };

export function Facts({ items }: { items: readonly Fact[] }) {
  return (
    <dl className="facts">
      {items.map((item) => (
        <div key={item.key}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export type Side = { key: string; title: string; children: ReactNode };

/** Those for whom and those against whom something is, beside each other, none above the other on a wide page. */
export function Sides({ items }: { items: readonly Side[] }) {
  return (
    <div className="sides">
      {items.map((item) => (
        <div key={item.key}>
          <h3>{item.title}</h3>
          {item.children}
        </div>
      ))}
    </div>
  );
}
