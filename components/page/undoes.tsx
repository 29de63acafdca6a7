import { words } from '@/components/messages';
import { Notice } from '@/components/page/notice';
import type { Locale } from '@/lib/edition';
import { type Losses, lossesSaid } from '@/lib/undoing';

/** What an act costs others, in numbers, before anybody presses; nothing where it costs nothing. */
export function Undoes({ losses, locale }: { losses: Losses | undefined; locale: Locale }) {
  const said = lossesSaid(losses ?? {}, locale);
  if (said.length === 0) return null;
  return (
    <Notice kind="danger">
      <p>{words(locale).willUndo}</p>
      <ul>
        {said.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Notice>
  );
}
