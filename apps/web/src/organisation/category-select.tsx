import { useQuery } from '@tanstack/react-query';
import { TreeSelect, type TreeSelectProps } from 'antd';
import type { Category } from '@hotline/contracts-http';
import { useWords, type Speech } from '../language/use-words.ts';
import { categoriesQuery } from './organisation.ts';

interface Node {
  readonly value: string;
  readonly title: string;
  readonly children: Node[];
}

/** Chooses a category from the tree; typing narrows it. */
export function CategorySelect(props: Omit<TreeSelectProps<string>, 'treeData' | 'loading'>) {
  const { nameOf } = useWords();
  const categories = useQuery(categoriesQuery);
  return (
    <TreeSelect
      {...props}
      treeData={treeOf(categories.data ?? [], nameOf)}
      loading={categories.isPending}
      showSearch={{ treeNodeFilterProp: 'title' }}
      treeLine
      className="full-width"
    />
  );
}

/** The list as a tree; its order, parents before children, is kept. */
function treeOf(categories: readonly Category[], nameOf: Speech['nameOf']): Node[] {
  const nodes = new Map(
    categories.map((category) => [
      category.id,
      { value: category.id, title: nameOf(category), children: [] as Node[] },
    ]),
  );
  const roots: Node[] = [];
  for (const { id, parentId } of categories) {
    const node = nodes.get(id);
    if (!node) continue;
    const siblings = parentId ? nodes.get(parentId)?.children : roots;
    (siblings ?? roots).push(node);
  }
  return roots;
}
