/** Values that most cells have; forms offer them beside free text. */
export const commonValues = ['yes', 'no', 'partial'];
