import type { Store } from '../../src/contracts/store.ts';

const daily = (opens: number, closes: number, sundayCloses = closes) =>
  [0, 1, 2, 3, 4, 5, 6].map((day) => ({
    opens: opens * 60,
    closes: (day === 6 ? sundayCloses : closes) * 60,
  }));

/** The first is the default shop. Telephone numbers begin with 0 after the area code: no subscriber has such a number. */
export const stores: readonly Store[] = [
  {
    storeId: 'hyd-banjara',
    name: 'Marigold Banjara Hills',
    address: '8-2-293/82, Road No. 12, Banjara Hills, Hyderabad 500034',
    city: 'Hyderabad',
    phone: '+91 40 0100 4100',
    position: { latitude: 17.4126, longitude: 78.4482 },
    timeZone: 'Asia/Kolkata',
    hours: daily(10.5, 21.5),
    fittingRooms: 6,
  },
  {
    storeId: 'hyd-gachibowli',
    name: 'Marigold Gachibowli',
    address: 'Ground floor, 1-60/3, Old Mumbai Highway, Gachibowli, Hyderabad 500032',
    city: 'Hyderabad',
    phone: '+91 40 0100 4200',
    position: { latitude: 17.4401, longitude: 78.3489 },
    timeZone: 'Asia/Kolkata',
    hours: daily(11, 21, 22),
    fittingRooms: 4,
  },
  {
    storeId: 'blr-indiranagar',
    name: 'Marigold Indiranagar',
    address: '742, 100 Feet Road, HAL 2nd Stage, Indiranagar, Bengaluru 560038',
    city: 'Bengaluru',
    phone: '+91 80 0100 4300',
    position: { latitude: 12.9719, longitude: 77.6412 },
    timeZone: 'Asia/Kolkata',
    hours: daily(10.5, 21),
    fittingRooms: 5,
  },
  {
    storeId: 'mum-bandra',
    name: 'Marigold Bandra',
    address: '23 Waterfield Road, Bandra West, Mumbai 400050',
    city: 'Mumbai',
    phone: '+91 22 0100 4400',
    position: { latitude: 19.0607, longitude: 72.8362 },
    timeZone: 'Asia/Kolkata',
    hours: daily(11, 21.5),
    fittingRooms: 4,
  },
];
