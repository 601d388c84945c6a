import { childrenOf, onlyText, type XmlElement } from './xml-tree';

/** Collects rule violations. */
export class RuleBook {
  readonly faults: string[] = [];

  demand(isMet: boolean, fault: string): void {
    if (!isMet) this.faults.push(fault);
  }

  /** Requires exactly one child of each of these names. */
  demandOne(parent: XmlElement, ...names: string[]): void {
    for (const name of names) {
      const { length } = childrenOf(parent, name);
      this.demand(length === 1, `${parent.name} has ${length} of ${name}, not one`);
    }
  }

  demandAtMostOne(parent: XmlElement, ...names: string[]): void {
    for (const name of names) {
      this.demand(childrenOf(parent, name).length <= 1, `${parent.name} has several of ${name}`);
    }
  }

  /** Allows only children with these names. */
  demandOnly(parent: XmlElement, names: string[]): void {
    for (const { name } of parent.children) {
      this.demand(names.includes(name), `${parent.name} has a ${name}, which is unknown`);
    }
  }

  demandAddress(text: string | undefined, where: string): void {
    this.demand(isAddress(text), `${where} is no absolute address: ${text ?? 'absent'}`);
  }

  /** Requires all values to be different. */
  demandUnique(all: (string | undefined)[], what: string): void {
    this.demand(new Set(all).size === all.length, `two have the same ${what}`);
  }

  demandDate(parent: XmlElement, names: string[], isDate: (text: string) => boolean): void {
    for (const name of names) {
      const text = onlyText(parent, name);
      this.demand(text === undefined || isDate(text), `${name} is no date: ${text ?? ''}`);
    }
  }
}

/** Whether a text is an absolute http or https URL without whitespace. */
export function isAddress(text: string | undefined): boolean {
  return text !== undefined && /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}

/** Whether a text is an RFC 3339 time whose date exists and that is not in the future. */
export function isRfc3339(text: string): boolean {
  const shape = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.exec(text);
  const day = shape?.[1] ?? '';
  const time = Date.parse(`${day}T00:00Z`);
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  return shape !== null && isReal && isPast(text);
}

/** Whether a text is an RFC 822 date with a four-digit year, not in the future and, if it names a weekday, with the right one. */
export function isRfc822(text: string): boolean {
  const shape =
    /^(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d(?::\d\d)? (?:GMT|UT|[+-]\d{4})$/;
  const found = shape.exec(text);
  if (!found) return false;
  const weekday = new Date(text).toUTCString().slice(0, 3);
  return (
    isPast(text) && (found[1] === undefined || !/0000$|GMT$|UT$/.test(text) || found[1] === weekday)
  );
}

function isPast(text: string): boolean {
  return Date.parse(text) <= Date.now() + 60_000;
}
