import { signIn } from '../addresses';
import { currentPerson } from '../auth';
import type { Call } from '../entering';
import { type WrittenSheet, writeBook } from './write';

interface Params {
  params: Promise<{ community: string; month: string }>;
}

interface Made {
  file: string;
  sheets: readonly WrittenSheet[];
}

/** The `GET` of a month as a sheet, `2022-03.xlsx`, for whoever is signed in and finds it. */
export const monthlySheet =
  (make: (call: Call, month: string) => Promise<Made | null>) =>
  async (_: Request, { params }: Params): Promise<Response> => {
    const { community, month } = await params;
    const person = await currentPerson();
    if (person === null)
      return new Response(null, { status: 303, headers: { location: signIn('zh', `/desk/${community}`) } });
    const made = await make({ by: { person }, community }, month.replace(/\.xlsx$/, ''));
    if (!made) return new Response(null, { status: 404 });
    return new Response(await writeBook(made.sheets), {
      headers: {
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': `attachment; filename="${community}-${made.file}.xlsx"`,
        'cache-control': 'no-store',
      },
    });
  };
