import { Written } from '@/components/data/written';
import { messages as gateWords } from '@/features/proposals/messages';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { ChangeView } from '../queries/versions';

const gateName = (key: string, locale: Locale): string =>
  (pick(gateWords, locale).gates as Record<string, string>)[key] ?? key;

/** What a change says of itself and what it answers: objections in their owners' words, a legal step, a technical reason. */
export function Reasons({ change, locale }: { change: Omit<ChangeView, 'version' | 'clause'>; locale: Locale }) {
  const t = pick(messages, locale).board;
  return (
    <>
      <p>
        <Written>{change.note}</Written>
      </p>
      <ul>
        {change.objections.map((one) => (
          <li key={one.no}>{t.answers(one.no, one.wording)}</li>
        ))}
        {change.gate && <li>{t.gate(gateName(change.gate, locale))}</li>}
        {change.technical && <li>{t.technical(change.technical)}</li>}
      </ul>
    </>
  );
}
