import type { ReactNode } from 'react';
import { Written } from '@/components/data/written';

export type Fact = { key: string; term: string; value: ReactNode };

export function Facts({ items }: { items: readonly Fact[] }) {
  return (
    <dl className="facts">
      {items.map((item) => (
        <div key={item.key}>
          <dt>{item.term}</dt>
          <dd>{typeof item.value === 'string' ? <Written>{item.value}</Written> : item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export type Side = { key: string; title: string; children: ReactNode };

/** Those for whom and those against whom something is, beside each other, none above the other on a wide page. */
export function Sides({ items, level = 3 }: { items: readonly Side[]; level?: 2 | 3 }) {
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <div className="sides">
      {items.map((item) => (
        <div key={item.key}>
          <Title className="sides-title">{item.title}</Title>
          {item.children}
        </div>
      ))}
    </div>
  );
}
