import type { CDPSession, Page } from '@playwright/test';

type Tree = Awaited<ReturnType<typeof fullTree>>;
type AxNode = Tree[number];

const fullTree = async (session: CDPSession) =>
  (await session.send('Accessibility.getFullAXTree')).nodes;

export interface SpokenCell {
  role: string;
  /** The accessible name of this cell, also as a header of others. */
  name: string;
  /** All texts in it, in order. */
  text: string;
}

/** The tables of a page as assistive technology sees them: name and rows of cells, without hidden ones. */
export async function readSpokenTables(page: Page) {
  const session = await page.context().newCDPSession(page);
  const nodes = await fullTree(session);
  await session.detach();

  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const roleOf = (node: AxNode) => String(node.role?.value ?? '');
  const nameOf = (node: AxNode) => String(node.name?.value ?? '');
  const childrenOf = (node: AxNode) => (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
  const below = (node: AxNode): AxNode[] => childrenOf(node).flatMap((it) => [it, ...below(it)]);
  const textOf = (node: AxNode) =>
    below(node)
      .filter((it) => roleOf(it) === 'StaticText')
      .map(nameOf)
      .join('');

  const cellsOf = (row: AxNode): SpokenCell[] =>
    below(row)
      .filter((it) => ['cell', 'gridcell', 'columnheader', 'rowheader'].includes(roleOf(it)))
      .map((it) => ({ role: roleOf(it), name: nameOf(it), text: textOf(it) }));
  return nodes
    .filter((it) => roleOf(it) === 'table' && !it.ignored)
    .map((table) => ({
      name: nameOf(table),
      rows: below(table)
        .filter((it) => roleOf(it) === 'row')
        .map(cellsOf),
    }));
}
