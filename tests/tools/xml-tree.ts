import { SaxesParser } from 'saxes';

/** An element of an XML document, with all text in it. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** Reads a document by a strict parser: throws where it is not well-formed, has a character that XML forbids or an unbound prefix. */
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

/** The elements of one name directly in another. */
export function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((it) => it.name === name);
}

/** The text of the one element of a name; undefined where there is none or are several. */
export function onlyText(parent: XmlElement, name: string): string | undefined {
  const found = childrenOf(parent, name);
  return found.length === 1 ? found[0]?.text : undefined;
}
