/** What a resource says of itself, in answers to OPTIONS. */
export interface View {
  name: string;
  description: string;
}

const packages = 'API endpoint that allows packages to be viewed or edited.';

export const views = {
  root: { name: 'Api Root', description: 'The default basic root view for DefaultRouter' },
  packageList: { name: 'Package List', description: packages },
  package: { name: 'Package Instance', description: packages },
  gridList: { name: 'Grid List', description: '' },
  grid: { name: 'Grid Instance', description: '' },
  categoryList: { name: 'Category List', description: '' },
  category: { name: 'Category Instance', description: '' },
  search: {
    name: 'Search V3 List',
    description:
      'Packages and grids that match a search, the best first.\nPass the words to look for as `q`.',
  },
} satisfies Record<string, View>;
