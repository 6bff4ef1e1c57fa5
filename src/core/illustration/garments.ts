import type { Drawing } from './layers.ts';
import { belt, bowTie, socks, sunglasses, tie } from './silhouettes/accessories.ts';
import { backpack, clutch, handbag, potli, slingBag, tote, wallet } from './silhouettes/bags.ts';
import {
  chinos,
  denimSkirt,
  jeans,
  joggers,
  leggings,
  shorts,
  skirt,
  trousers,
} from './silhouettes/bottoms.ts';
import { dupatta, scarf, stole } from './silhouettes/cloths.ts';
import { choli, lehenga, saree } from './silhouettes/draped.ts';
import { dress, maxiDress, shirtDress } from './silhouettes/dresses.ts';
import { anarkali, kaftan, kurta, kurti, shortKurta } from './silhouettes/ethnic.ts';
import { churidar, dhoti, palazzo, salwar } from './silhouettes/ethnic-bottoms.ts';
import { bandi, nehruJacket, sherwani } from './silhouettes/ethnic-jackets.ts';
import { cap, hat, turban } from './silhouettes/headwear.ts';
import { denimJacket, jacket } from './silhouettes/jackets.ts';
import { fingerRing, jhumka, maangTikka, necklace, studs } from './silhouettes/jewellery.ts';
import { cardigan, hoodie, sweater, sweatshirt } from './silhouettes/knitwear.ts';
import { dungarees, frock, jumpsuit } from './silhouettes/one-pieces.ts';
import { blazer, coat, waistcoat } from './silhouettes/outerwear.ts';
import { ballerina, heel, kolhapuri, sandal } from './silhouettes/sandals.ts';
import { boot, loafer, mojari, sneaker } from './silhouettes/shoes.ts';
import { blouse, cropTop, polo, shirt, tankTop, tShirt, tunic } from './silhouettes/tops.ts';
import { anklet, bangles, watch } from './silhouettes/wrist.ts';

/** Every silhouette by the key that illustration URIs carry. */
export const garments = {
  't-shirt': tShirt,
  shirt,
  polo,
  blouse,
  'crop-top': cropTop,
  'tank-top': tankTop,
  tunic,
  kurta,
  kurti,
  'short-kurta': shortKurta,
  anarkali,
  sherwani,
  'nehru-jacket': nehruJacket,
  bandi,
  kaftan,
  saree,
  lehenga,
  choli,
  dupatta,
  salwar,
  churidar,
  palazzo,
  dhoti,
  jeans,
  trousers,
  chinos,
  joggers,
  leggings,
  shorts,
  skirt,
  'denim-skirt': denimSkirt,
  dress,
  'maxi-dress': maxiDress,
  'shirt-dress': shirtDress,
  frock,
  jumpsuit,
  dungarees,
  blazer,
  jacket,
  'denim-jacket': denimJacket,
  coat,
  hoodie,
  sweatshirt,
  sweater,
  cardigan,
  waistcoat,
  sneaker,
  mojari,
  kolhapuri,
  sandal,
  heel,
  loafer,
  boot,
  ballerina,
  tote,
  handbag,
  'sling-bag': slingBag,
  clutch,
  potli,
  backpack,
  wallet,
  jhumka,
  studs,
  necklace,
  bangles,
  ring: fingerRing,
  'maang-tikka': maangTikka,
  anklet,
  watch,
  belt,
  scarf,
  stole,
  cap,
  hat,
  turban,
  sunglasses,
  tie,
  'bow-tie': bowTie,
  socks,
} as const satisfies Readonly<Record<string, () => Drawing>>;

export type GarmentType = keyof typeof garments;
