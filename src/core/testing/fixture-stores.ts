import type { Store } from '../../contracts/store.ts';

const day = { opens: 10 * 60 + 30, closes: 21 * 60 + 30 };
const sunday = { opens: 11 * 60, closes: 22 * 60 };
const week = [day, day, day, day, day, day, sunday];

/** Two shops in one city, one in another. */
export const fixtureStores: readonly Store[] = [
  {
    storeId: 'hyd-banjara',
    name: 'Banjara Hills',
    address: 'Road No. 12, Banjara Hills',
    city: 'Hyderabad',
    phone: '+914012345601',
    position: { latitude: 17.4156, longitude: 78.4347 },
    timeZone: 'Asia/Kolkata',
    hours: week,
    fittingRooms: 4,
  },
  {
    storeId: 'hyd-kondapur',
    name: 'Kondapur',
    address: 'Kondapur Main Road',
    city: 'Hyderabad',
    phone: '+914012345602',
    position: { latitude: 17.4622, longitude: 78.3568 },
    timeZone: 'Asia/Kolkata',
    hours: week,
    fittingRooms: 3,
  },
  {
    storeId: 'blr-indiranagar',
    name: 'Indiranagar',
    address: '100 Feet Road, Indiranagar',
    city: 'Bengaluru',
    phone: '+918012345603',
    position: { latitude: 12.9719, longitude: 77.6412 },
    timeZone: 'Asia/Kolkata',
    // Closed on Sundays.
    hours: [day, day, day, day, day, day, null],
    fittingRooms: 0,
  },
];
