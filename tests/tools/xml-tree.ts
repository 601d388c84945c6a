import { SaxesParser } from 'saxes';

/** An element of an XML document, with all text inside it. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** Parses XML strictly: throws if it is not well-formed, or has a character that XML forbids or an unbound prefix. */
export function readXml(text: string): XmlElement {
  const document: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [document];
  const parser = new SaxesParser({ xmlns: true });
  const addText = (part: string) => {
    for (const element of open) element.text += part;
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.values(attributes).map((it): [string, string] => [it.name, it.value]);
    const element: XmlElement = {
      name,
      attributes: Object.fromEntries(values),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();

  const [root] = document.children;
  if (!root) throw new Error('holds no element');
  return root;
}

/** Returns the direct children with a given name. */
export function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((it) => it.name === name);
}

/** Returns the text of the only child with a given name; undefined if there is none or several. */
export function onlyText(parent: XmlElement, name: string): string | undefined {
  const found = childrenOf(parent, name);
  return found.length === 1 ? found[0]?.text : undefined;
}
