import { describe, expect, it } from 'vitest';
import { sampleVocabulary } from '../../workers/testing/sample-products.ts';
import type { Intent } from './intent-names.ts';
import { understand } from './understand.ts';
import type { Wish } from './wish.ts';

const wishes = (said: string) => understand(said, sampleVocabulary, 2).wishes;

describe('Spanish', () => {
  it.each<readonly [Intent, readonly string[]]>([
    ['search', ['busco un vestido', 'quiero comprar una camisa', 'me mostrás camisas']],
    ['add', ['ponme el segundo en la M', 'agrégalo al carrito porfa', 'me llevo los dos']],
    ['reserve', ['apártame la segunda', '¿me lo guardas en L?', 'quisiera probarme los dos']],
    ['cancel-reservation', ['ya no quiero probármelo', 'no hace falta que lo guardes']],
    ['one-more', ['otro igual', 'uno más']],
    ['bag-change', ['cámbialo a talla L en la bolsa']],
    ['exchange', ['quiero cambiar la camisa por una L']],
    ['policy', ['¿cuántos días tengo para devolver?', 'si no me gusta, ¿lo puedo devolver?']],
    ['return', ['necesito que me devuelvan el dinero']],
    ['associate', ['¿puede venir alguien?', 'que venga un vendedor por favor']],
    ['store', ['¿abren los domingos?', '¿tienen tienda en Mumbai?']],
    ['bag', ['¿cuánto es en total?', 'qué llevo en la bolsa']],
    ['pick-up', ['paso mañana a buscarlo']],
    ['fulfilment', ['¿hacen envíos a domicilio?']],
    ['ship-home', ['envíamelo a domicilio']],
    ['bye', ['hasta luego']],
    ['no', ['solo estoy mirando', 'mejor no']],
  ])('%s', (intent, utterances) => {
    expect(utterances.map((said) => wishes(said).map((wish) => wish.intent))).toEqual(
      utterances.map(() => [intent]),
    );
  });

  it.each<readonly [string, Partial<Wish>]>([
    ['no quiero vestidos negros', { productType: 'Dress', excludeColours: ['Black'] }],
    ['menos de dos mil quinientos', { price: { maximum: 250_000 } }],
    ['entre mil y dos mil', { price: { minimum: 100_000, maximum: 200_000 } }],
    ['mil gracias', { intent: 'thanks', price: {} }],
  ])('%s', (said, wish) => {
    expect(wishes(said)).toMatchObject([wish]);
  });
});
