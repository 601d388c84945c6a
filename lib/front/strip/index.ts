import { isOfNext, isOurs } from './scripts';

/** A document without what only hydration needs, or why it was left as it is. */
type Stripped = { html: string } | { reason: string };

/** What may have to go, what tells that a document is not finished, and the marks that React leaves between texts. */
const PARTS =
  /<script\b([^>]*)>([^]*?)<\/script>|<link\b([^>]*)>|<!--(?: |\/?\$)-->|<template\b|<script\b|<!--\$[?!~]/g;

/** Where React would put what comes late; in a finished document nothing has come late. */
const NO_LATECOMERS = '<div hidden=""><!--$--><!--/$--></div>';

/**
 * Takes out of a finished document what only Next's scripts need: themselves, their data and their preloads. A document that has anything
 * unexpected in it is left alone, since it may need them.
 */
export function strip(html: string): Stripped {
  if (!html.startsWith('<!DOCTYPE html>') || !html.endsWith('</body></html>')) {
    return { reason: 'it is no whole document' };
  }
  let reason: string | undefined;
  const stripped = html
    .replace(NO_LATECOMERS, '')
    .replace(PARTS, (part, attributes?: string, text?: string, link?: string) => {
      if (link !== undefined) return isPreloadOfScript(link) ? '' : part;
      if (attributes === undefined || text === undefined) {
        if (part.endsWith('-->')) return '';
        reason ??= 'parts of it come late, or a script has no end';
      } else if (isOfNext({ attributes, text })) {
        return '';
      } else if (!isOurs({ attributes, text })) {
        reason ??= 'it has an unknown script';
      }
      return part;
    });
  return reason === undefined ? { html: stripped } : { reason };
}

const isPreloadOfScript = (attributes: string) =>
  /\shref="\/_next\//.test(attributes) &&
  (/\srel="modulepreload"/.test(attributes) ||
    (/\srel="preload"/.test(attributes) && /\sas="script"/.test(attributes)));
