import type { TFunction } from 'i18next';

const known = new Set(['women', 'men', 'children', 'unisex']);

/** Departments are the catalogue's only closed vocabulary, so they have words in every language. */
export const departmentName = (t: TFunction, department: string): string =>
  known.has(department) ? t(`department.${department}`) : department;
