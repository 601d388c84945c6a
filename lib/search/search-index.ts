import type { FacetScope, FacetTable } from '@/lib/facets/table';
import type { Page } from '@/lib/list/paging';
import type { PackageSort } from '@/lib/list/sort-orders';
import type { Kind } from './document-number';
import type { Vocabulary } from './expand';
import type { TextMatch } from './match';
import type { PageAddress } from './page-address';
import type { Candidate } from './rank';

/** A document as ranked and suggested. */
export interface IndexedRecord extends Candidate {
  /** Document number. */
  number: number;
  slug: string;
  title: string;
}

/** The lookups that the search engine is built on. Documents are referred to by document number, in ascending order: best known first. */
export interface SearchIndex {
  vocabulary: Vocabulary;
  /** Documents of a kind that match a text, up to `limit`. */
  listMatches: (match: TextMatch, kind: Kind, limit: number) => number[];
  /** The number of documents of a kind that match a text, counted up to `most`. */
  countMatches: (match: TextMatch, kind: Kind, most: number) => number;
  /** Documents whose name as one word, from any of its words on, starts with this prefix: exact matches first. */
  listNamed: (beginning: string, limit: number) => number[];
  /** Documents whose name, or the end of it, is exactly this key, up to `limit` for each tier of popularity. */
  listExactlyNamed: (key: string, limit: number) => number[];
  /** Documents with this text anywhere in their title, in no particular order. */
  listTitled: (kind: Kind, text: string, limit: number) => number[];
  /** The document of the page at this address, if any. */
  listAddressed: (page: PageAddress) => number[];
  /** The records of these documents, in the given order, without deleted ones. */
  listCandidates: (numbers: number[]) => IndexedRecord[];
  /** Ids of the packages in any of these grids. */
  listPackageIdsIn: (gridIds: number[]) => number[];
  /** A page of these package ids in one of the package list's sort orders. */
  listSortedIds: (ids: number[], sort: PackageSort, page: Page) => number[];
  /** The facet values of all packages. */
  findFacets: (scope: FacetScope) => FacetTable;
  /** The facet values of all packages, by package id instead of document number. */
  findFacetsById: (scope: FacetScope) => FacetTable;
  /** The facet values of the packages among these documents. */
  findFacetsOf: (numbers: number[], scope: FacetScope) => FacetTable;
  /** The facet values of the packages that match a text. */
  findMatchingFacets: (match: TextMatch, scope: FacetScope) => FacetTable;
  /** Titles of categories and grids, with keys such as `category apps` and `grid forms`. */
  listFacetTitles: () => Map<string, string>;
}
