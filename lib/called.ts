import type { Role } from '@/db/words/people';
import type { Locale } from './edition';
import { roles } from './roles';

/** What is known of a person in a community. */
export interface Known {
  name: string | null;
  offices: readonly Role[];
  /** The buildings whose entrances they are captain of, and those they live in. */
  captainOf: readonly string[];
  livesIn: readonly string[];
}

export type Called = Record<Locale, string>;

const words = {
  zh: {
    nameless: '您本人',
    resident: (buildings: string) => `${buildings}号楼居民`,
    captain: (buildings: string) => `${buildings}号楼${roles.zh.captain}`,
    and: '、',
    whole: (what: string, name: string) => `${what} ${name}`,
  },
  en: {
    nameless: 'yourself',
    resident: (buildings: string) => `resident of building ${buildings}`,
    captain: (buildings: string) => `captain of building ${buildings}`,
    and: ', ',
    whole: (what: string, name: string) => `${name}, ${what}`,
  },
};

/** In what capacity somebody speaks in this room: at doors and at the desk by their offices, elsewhere as who lives there. */
function capacity(room: string, { offices, captainOf, livesIn }: Known, locale: Locale): string {
  const t = words[locale];
  if (room === 'door' && captainOf.length > 0) return t.captain(captainOf.join(t.and));
  if (room === 'door' || room === 'desk') return offices.map((role) => roles[locale][role]).join(t.and);
  return livesIn.length > 0 ? t.resident(livesIn.join(t.and)) : '';
}

/** "14号楼居民 刘秀兰", "社工 王晓燕": what a form calls its sender in a room of the site. */
export function calledIn(room: string, known: Known): Called {
  const inLanguage = (locale: Locale) => {
    const t = words[locale];
    const name = known.name ?? t.nameless;
    const what = capacity(room, known, locale);
    return what ? t.whole(what, name) : name;
  };
  return { zh: inLanguage('zh'), en: inLanguage('en') };
}
