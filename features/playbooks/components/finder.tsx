import { KINDS } from '@/db/words/proposals';
import { messages as proposals } from '@/features/proposals/messages';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { Asked } from '../queries/desk';

/** By words, place and kind; what is asked stands in the address. */
export function Finder({ asked, at, locale }: { asked: Asked; at: string; locale: Locale }) {
  const t = pick(messages, locale).list;
  const { kinds } = pick(proposals, locale);
  return (
    <search>
      <form className="form" action={at} method="get" aria-label={t.search}>
        <div className="field">
          <label htmlFor="q">{t.words}</label>
          <input className="input" id="q" name="q" type="search" defaultValue={asked.words} maxLength={80} />
        </div>
        <div className="field">
          <label htmlFor="place">{t.place}</label>
          <input className="input" id="place" name="place" type="search" defaultValue={asked.place} maxLength={80} />
        </div>
        <div className="field">
          <label htmlFor="kind">{t.kind}</label>
          <select className="input" id="kind" name="kind" defaultValue={asked.kind ?? ''}>
            <option value="">{t.anyKind}</option>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {kinds[kind]}
              </option>
            ))}
          </select>
        </div>
        <button className="btn btn-ghost" type="submit">
          {t.find}
        </button>
      </form>
    </search>
  );
}
