import { cameFrom, inLocale } from '@/lib/addresses';

const aYear = 365 * 24 * 60 * 60;

/** `POST /api/edition` with `size` big|standard or `language` zh|en, and `back`: remembers it and returns to the page. */
export async function POST(request: Request): Promise<Response> {
  const data = await request.formData().catch(() => new FormData());
  let back = cameFrom(request, data.get('back'));
  const language = data.get('language');
  if (language === 'zh' || language === 'en') back = inLocale(back, language);
  const headers = new Headers({ location: back, 'cache-control': 'no-store' });
  const size = data.get('size');
  if (size === 'big' || size === 'standard') {
    const life = size === 'big' ? aYear : 0;
    headers.set('set-cookie', `edition=big; Path=/; Max-Age=${life}; SameSite=Lax; HttpOnly`);
  }
  return new Response(null, { status: 303, headers });
}
