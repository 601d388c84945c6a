import { createElement, memo, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { draw } from '@/components/drawing/draw';
import { seeded } from '@/tests/bench/random';

/** React closes void elements as XML does, names this sign in hexadecimal, and puts attributes in an order of its own. */
const asOneWrites = (html: string) =>
  html
    .replaceAll('&#x27;', '&#39;')
    .replace(/<[a-z][^>]*>/g, (tag) => tag.replace(/\/>$/, '>'))
    .replace(/<([a-z][\w-]*) ([^>]*)>/g, (_, name: string, attributes: string) => {
      const each = attributes.match(/[\w-]+="[^"]*"/g) ?? [];
      return `<${name} ${each.sort().join(' ').toLowerCase()}>`;
    });

async function expectAsReactDraws(node: ReactNode) {
  expect(asOneWrites(await draw(node))).toBe(asOneWrites(renderToStaticMarkup(node)));
}

function Twice({ children }: { children: ReactNode }) {
  return [children, children];
}

const hostile = `</p><script>alert("1" & '2')</script>`;

const pieces: [string, ReactNode][] = [
  ['nothing', [null, undefined, true, false, '', []]],
  ['texts and numbers', ['a', 0, -1.5, 12n, 'b']],
  ['a text that looks like markup', <p key="p">{hostile}</p>],
  ['an attribute that looks like markup', <p key="p" title={hostile} data-text={hostile} />],
  ['fragments and components', <Twice key="t">{[<b key="b">x</b>, 1]}</Twice>],
  ['lists made as they are read', new Set(['a', <i key="i">b</i>])],
  [
    'a form',
    <form key="f" action="/search/">
      <label htmlFor="q">Q</label>
      <input id="q" name="q" defaultValue={'"'} maxLength={5} autoComplete="off" tabIndex={0} />
      <input type="checkbox" defaultChecked />
      <input type="checkbox" defaultChecked={false} disabled />
      <button formAction="/compare/" hidden={undefined}>
        Go
      </button>
    </form>,
  ],
  [
    'a drawing',
    <svg key="s" viewBox="0 0 4 4" aria-hidden="true" fontSize="3" preserveAspectRatio="none">
      <path d="M0 0h4" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" fill="none" />
      <text textAnchor="end" vectorEffect="non-scaling-stroke" x={1}>
        4
      </text>
    </svg>,
  ],
  [
    'true and false in words and as presence',
    <details key="d" open aria-hidden={false} data-best={true} hidden={false}>
      <summary>More</summary>
    </details>,
  ],
  ['markup that is finished', <tr key="r" dangerouslySetInnerHTML={{ __html: '<td>1</td>' }} />],
  ['elements without an end', ['a', <br key="b" />, <hr key="h" />, <wbr key="w" />]],
];

test.each(pieces)('%s is drawn as React draws it', async (_, node) => {
  await expectAsReactDraws(node);
});

test('any tree of elements is drawn as React draws it', async () => {
  const chance = seeded(1869);
  const text = () => chance.pick(['', 'a', '<', '&amp;', '"', "'", ' ', 'é', '\n', hostile]);
  const maybe = <Value,>(value: Value) => (chance.isLucky(0.5) ? value : undefined);
  const attributes = () => ({
    title: maybe(text()),
    className: maybe(text()),
    hidden: maybe(chance.isLucky(0.5)),
    'aria-label': maybe(chance.pick([text(), true, false])),
    'data-count': maybe(chance.whole(-5, 5)),
  });
  const tree = (depth: number): ReactNode => {
    if (depth === 0 || chance.isLucky(0.2)) return chance.pick([text(), null, 7, true]);
    const children = Array.from({ length: chance.whole(0, 4) }, () => tree(depth - 1));
    if (chance.isLucky(0.2)) return <Twice>{children}</Twice>;
    return createElement(chance.pick(['div', 'span', 'li', 'section']), attributes(), ...children);
  };
  for (let count = 0; count < 300; count++) await expectAsReactDraws(tree(5));
});

test('what waits for something is drawn in its place', async () => {
  async function Late({ children }: { children: ReactNode }) {
    await Promise.resolve();
    return <i>{children}</i>;
  }
  const node = (
    <p>
      a<Late>b</Late>c{Promise.resolve('d')}
      <Late>
        <Late>e</Late>
      </Late>
    </p>
  );
  expect(await draw(node)).toBe('<p>a<i>b</i>cd<i><i>e</i></i></p>');
});

test('a page without anything to wait for is drawn at once', () => {
  expect(draw(<p>now</p>)).toBe('<p>now</p>');
});

test('a fault of a component is that of the page, whether it waits or not', async () => {
  const Broken = () => {
    throw new Error('broken');
  };
  const LateBroken = async () => {
    await Promise.resolve();
    return <Broken />;
  };
  expect(() => draw(<p>{createElement(Broken)}</p>)).toThrow('broken');
  await expect(draw(<p>{createElement(LateBroken)}</p>)).rejects.toThrow('broken');
});

test('what has no meaning in a page that is only read is refused rather than drawn wrongly', () => {
  const Kept = memo(Twice);
  expect(() => draw(<Kept>a</Kept>)).toThrow('Only tags, fragments and server components');
  expect(() => draw(<p style={{ color: 'red' }} />)).toThrow('The attribute style');
  expect(() => draw(<button onClick={() => undefined} />)).toThrow('The attribute onClick');
});

test.each(['javascript:alert(1)', ' \u0001JavaScript:alert(1)', 'java\nscript:alert(1)'])(
  'an address that is a program leads nowhere: %j',
  async (address) => {
    expect(await draw(<a href={address}>x</a>)).toBe('<a href="#">x</a>');
    expect(await draw(<a title={address}>x</a>)).toContain('alert(1)');
  },
);

test.each(['https://example.org/', '/javascript:/', '#a', 'java', 'mailto:a'])(
  'any other address stays as it is: %j',
  async (address) => {
    expect(await draw(<a href={address}>x</a>)).toBe(`<a href="${address}">x</a>`);
  },
);
