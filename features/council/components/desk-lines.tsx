import { Written } from '@/components/data/written';

/** Lines that lead to what stands behind them. */
export function DeskLines({ lines }: { lines: readonly { href: string; title: string; note: string }[] }) {
  return (
    <ul className="entries">
      {lines.map((one) => (
        <li key={one.href}>
          <a className="tap" href={one.href}>
            <Written>{one.title}</Written>
          </a>
          {one.note && (
            <p className="tone-soft">
              <Written>{one.note}</Written>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
