/** The retailer of the sample shop; another one's name and country replace it. */
export const retailer = {
  /** On every page, screen and message. */
  brand: 'Marigold',
  /** ISO 3166 alpha-2: of phone numbers that are typed without a country code. */
  country: 'IN',
} as const;
