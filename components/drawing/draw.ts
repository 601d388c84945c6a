import { Fragment, isValidElement, type ReactNode } from 'react';
import { escapeText } from '@/lib/markup';
import { writeAttributes, type Props } from './attributes';

/** Markup, or the promise of it where a component below is an asynchronous one. */
type Drawn = string | Promise<string>;

type Component = (props: Props) => ReactNode;

/** Elements that can have neither text nor an end tag. */
const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/**
 * Draws what a page is made of as markup. React writes each element of a page twice, for the page and for the data that it would be
 * drawn from once more in the browser, which takes several times as long. Components may be asynchronous; there are no hooks, no context
 * and no client components, which the read half has no use for.
 */
export function draw(node: ReactNode): Drawn {
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (typeof node === 'object') return drawObject(node);
  return typeof node === 'string' ? escapeText(node) : String(node);
}

function drawObject(node: Extract<ReactNode, object>): Drawn {
  if (isValidElement<Props>(node)) return drawElement(node.type, node.props);
  if (Symbol.iterator in node) return drawList(node);
  if ('then' in node) return node.then(draw);
  throw new TypeError('A portal is for the browser and cannot be drawn.');
}

function drawList(nodes: Iterable<ReactNode>): Drawn {
  let drawn: Drawn = '';
  for (const node of nodes) drawn = join(drawn, draw(node));
  return drawn;
}

/**
 * Waits only where there is something to wait for: nearly all of a page is drawn without. Texts are added and not joined, which would
 * copy all that stands so far for each element around the one that was waited for.
 */
function join(first: Drawn, second: Drawn): Drawn {
  if (typeof first === 'string' && typeof second === 'string') return first + second;
  return Promise.all([first, second]).then(([start, end]) => start + end);
}

function drawElement(type: unknown, props: Props): Drawn {
  if (typeof type === 'string') return drawTag(type, props);
  if (type === Fragment) return draw(props.children);
  if (isComponent(type)) return draw(type(props));
  throw new TypeError('Only tags, fragments and server components can be drawn.');
}

function isComponent(type: unknown): type is Component {
  return typeof type === 'function';
}

function drawTag(tag: string, props: Props): Drawn {
  const start = `<${tag}${writeAttributes(props)}>`;
  if (voids.has(tag)) return start;
  const content = props.dangerouslySetInnerHTML?.__html ?? draw(props.children);
  return join(join(start, content), `</${tag}>`);
}
