import { Written } from '@/components/data/written';

/** What households said that a line is about. */
export const Words = ({ words }: { words: readonly string[] }) =>
  words.map((one) => (
    <blockquote key={one}>
      <Written>{one}</Written>
    </blockquote>
  ));
