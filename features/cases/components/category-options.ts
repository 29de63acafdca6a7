import type { Option } from '@/components/form/spec';
import type { Category } from '@/features/cases/queries/categories';

/** The lowest of the tree to choose from, by their own names, under those above them. */
export const categoryOptions = (leaves: readonly Pick<Category, 'id' | 'name' | 'path'>[]): Option[] =>
  leaves.map(({ id, name, path }) => {
    const above = path.split('->').slice(0, -1);
    return { value: String(id), label: name, ...(above.length > 0 && { under: above.join(' · ') }) };
  });
