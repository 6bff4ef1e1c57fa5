import { describe, expect, it } from 'vitest';
import { attributesOf, departmentOf, metafieldAttributes, readTags } from './tags.ts';

describe('tags', () => {
  it('are read without repeats', () => {
    expect(readTags(' new, Fabric:Cotton ,,NEW, occasion:office,occasion:festive ')).toEqual([
      'new',
      'Fabric:Cotton',
      'occasion:office',
      'occasion:festive',
    ]);
  });

  it('of the form name:value become attributes', () => {
    expect(
      attributesOf([
        'new',
        'Fabric:Cotton',
        'occasion:office',
        'occasion:festive',
        'https://a.example',
        ':x',
        'y:',
      ]),
    ).toEqual({ fabric: ['Cotton'], occasion: ['office', 'festive'] });
    expect(Object.getPrototypeOf(attributesOf(['__proto__:x']))).toBe(Object.prototype);
  });
});

describe('departmentOf', () => {
  it('prefers the tag, then age group, then gender', () => {
    const gender = 'Google Shopping / Gender';
    const age = 'Google Shopping / Age Group';
    expect([
      departmentOf([], { department: ["Women's"] }, { [gender]: 'male' }),
      departmentOf([], {}, { [gender]: 'female', [age]: 'kids' }),
      departmentOf([], {}, { [gender]: 'Male', [age]: 'adult' }),
      departmentOf([], {}, { 'Target gender (product.metafields.shopify.target-gender)': 'female; male' }),
      departmentOf([], { department: ['garden'] }, {}),
      departmentOf(['new', 'Kids'], {}, {}),
      departmentOf(['Women', 'Men'], {}, {}),
    ]).toEqual(['women', 'children', 'men', 'unisex', 'unisex', 'children', 'unisex']);
  });
});

describe('metafieldAttributes', () => {
  it('reads category metafields', () => {
    expect(
      metafieldAttributes({
        'Fabric (product.metafields.shopify.fabric)': 'cotton; silk',
        'Care (hand wash)': 'yes',
        Supplier: 'A',
      }),
    ).toEqual({ fabric: ['cotton', 'silk'] });
  });
});
