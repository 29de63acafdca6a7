import sharp from 'sharp';
import { addPicture, lookAtPicture } from '@/features/pictures/commands';
import { makePicture, type Size } from '@/lib/pictures';
import { must } from './stage';
import type { Troupe } from './troupe';

/** The path of each version, from building 14 above to building 15 below; shapes only, so that no font is needed. */
const paths: Record<number, string> = {
  1: 'M400 150 L400 470',
  2: 'M450 150 C450 240 500 270 500 330 S470 420 455 470',
  3: 'M450 150 C450 240 495 270 505 320 S570 400 600 470',
  4: 'M450 150 C450 240 495 270 505 320 S570 400 600 470',
};
const trees = [
  [388, 190],
  [412, 238],
  [388, 286],
  [412, 334],
  [388, 382],
  [412, 430],
] as const;

/** Strokes of the signs on it, on a grid of 6 by 10: no font is needed. */
const strokes: Record<string, string> = {
  '0': 'M0 0H6V10H0Z',
  '1': 'M3 0V10',
  '2': 'M0 0H6V5H0V10H6',
  '3': 'M0 0H6V10H0M0 5H6',
  '4': 'M0 0V6H6M6 0V10',
  '5': 'M6 0H0V5H6V10H0',
  N: 'M0 10V0L6 10V0',
  m: 'M0 10V5H6V10M3 5V10',
};

const sign = (text: string, x: number, y: number, size: number) =>
  [...text]
    .map(
      (one, at) =>
        `<path d="${strokes[one] ?? ''}" transform="translate(${x + at * 9 * size} ${y}) scale(${size})" fill="none" stroke="#1E1B16" stroke-width="1.2"/>`,
    )
    .join('');

const tree = (at: string, cut: boolean) =>
  `<circle ${at} r="15" fill="${cut ? 'none' : '#6F8F6A'}" stroke="#3F5F3C" stroke-width="3" ${cut ? 'stroke-dasharray="5 4"' : ''}/>`;

/** What a version's sketch has by number: trees that are cut in the first, a rail from the fourth. */
const parts = [
  { from: 2, to: 9, drawn: tree('cx="52" cy="208"', false), y: 200 },
  { from: 1, to: 1, drawn: tree('cx="52" cy="208"', true), y: 200 },
  { from: 1, to: 9, drawn: '<path d="M36 258H72" stroke="#B8A98C" stroke-width="20"/>', y: 250 },
  { from: 4, to: 9, drawn: '<path d="M36 308H72" stroke="#92270F" stroke-width="4"/>', y: 300 },
];
const partsIn = (version: number) => parts.filter(({ from, to }) => version >= from && version <= to);

/** Which way north is, how long ten metres are, and what is what, by number. */
const around = (version: number) =>
  `<path d="M690 30H770M756 20L772 30L756 40" fill="none" stroke="#1E1B16" stroke-width="3"/>${sign('N', 662, 18, 2.2)}
  <path d="M140 578V590H227V578" fill="none" stroke="#1E1B16" stroke-width="3"/>${sign('10m', 240, 574, 1.7)}
  ${partsIn(version)
    .map(({ drawn, y }, at) => `${sign(String(at + 1), 12, y, 1.7)}${drawn}`)
    .join('')}`;

/** A sketch of the slope: two buildings, six trees, the path, and from version 4 the rail. `built` adds the steps. */
function sketch(version: number, built = 0): string {
  const path = paths[version] ?? paths[1];
  const wood = trees.map(([x, y]) => tree(`cx="${x}" cy="${y}"`, version === 1)).join('');
  const windows = Array.from(
    { length: 9 },
    (_, n) => `<rect x="${165 + n * 54}" y="495" width="26" height="12" fill="#FBF8F1"/>`,
  ).join('');
  const rail =
    version >= 4 ? `<path d="${path}" transform="translate(17 0)" fill="none" stroke="#92270F" stroke-width="4"/>` : '';
  const steps =
    built > 0
      ? `<path d="${path}" fill="none" stroke="#1E1B16" stroke-width="20" stroke-dasharray="3 ${14 - built / 4}"/>`
      : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600" viewBox="0 0 800 600">
    <rect width="800" height="600" fill="#FBF8F1"/>
    <rect x="90" y="130" width="620" height="350" fill="#E7ECDD"/>
    <path d="M90 210H710M90 290H710M90 370H710M90 450H710" stroke="#C9D3BB" stroke-width="2"/>
    <rect x="140" y="50" width="520" height="80" fill="#D8CDB8" stroke="#4F4838" stroke-width="3"/>
    <rect x="140" y="480" width="520" height="80" fill="#D8CDB8" stroke="#4F4838" stroke-width="3"/>${windows}
    <path d="${path}" fill="none" stroke="#B8A98C" stroke-width="24"/>${wood}${steps}${rail}
    ${sign('14', 380, 75, 3)}${sign('15', 380, 520, 3)}${around(version)}
  </svg>`;
}

const sized = ({ data, width, height }: Size) => ({ data: data.toString('base64'), width, height });

/** A picture as a form sends it. */
export async function pictured(svg: string) {
  const made = must('drawing', await makePicture(await sharp(Buffer.from(svg)).png().toBuffer()));
  return { small: sized(made.small), large: sized(made.large) };
}

/** Draws, adds it as `by`, and has the social worker or the secretary look at it, so that it may stand on the board. */
export async function draw(
  troupe: Troupe,
  by: string,
  of: { subject: 'milestone'; subjectId: number },
  picture: { version: number; built?: number; caption: string },
): Promise<void> {
  const { caption } = picture;
  const added = await troupe.act(by, addPicture, {
    ...of,
    caption,
    ...(await pictured(sketch(picture.version, picture.built))),
  });
  const looker = by === 'social-worker' ? 'party-secretary' : 'social-worker';
  await troupe.act(looker, lookAtPicture, { ...added, verdict: 'board' });
}
