import type { ReactNode } from 'react';

interface InventedProps {
  text: string;
  why: { ask: string; text: string };
  /** In large print all of it folds away under these few words. */
  folded?: { text: string; ask: string } | undefined;
  over?: string;
  children?: ReactNode;
}

/** Says that the people and numbers of this page are invented, and on asking what is not. */
export function Invented({ text, why, folded, over, children }: InventedProps) {
  return (
    <aside className="invented" aria-labelledby="invented">
      <details>
        <summary>
          <span id="invented">{folded?.text ?? text}</span> <span>{folded?.ask ?? why.ask}</span>
        </summary>
        {folded && <p>{text}</p>}
        <p>{why.text}</p>
        {folded && children}
      </details>
      {over && <p>{over}</p>}
      {!folded && children}
    </aside>
  );
}
