import { rememberColumns } from '@/features/exchange/commands';
import { messages } from '@/features/exchange/messages';
import { orderImports, rememberedColumns } from '@/features/exchange/queries';
import { postSheet } from '@/lib/sheet/post';

export const dynamic = 'force-dynamic';

/** The heading the form is about and of each of its names what it was said to be; undefined where only a file was sent. */
function columnsIn(data: FormData): { heading: string; columns: Record<string, string> } | undefined {
  const heading = data.get('heading');
  if (typeof heading !== 'string' || heading === '') return undefined;
  const columns: [string, string][] = [...data]
    .filter(([field, said]) => field.startsWith('column:') && typeof said === 'string')
    .map(([field, said]) => [field.slice('column:'.length), String(said)]);
  return { heading, columns: Object.fromEntries(columns) };
}

/** `POST /api/orders`: a sheet of work orders to be tried, and where it was corrected what its columns are. */
export const POST = (request: Request): Promise<Response> =>
  postSheet(request, {
    sheet: 'cases',
    page: 'sheets',
    words: messages,
    may: async (call) => Boolean(await orderImports(call, undefined)),
    said: async (data, call) => {
      const columns = columnsIn(data);
      const done = columns && (await rememberColumns(call, columns));
      return done && !done.ok ? done.refusal : null;
    },
    remembered: async (call) => (await rememberedColumns(call, undefined)) ?? {},
  });
