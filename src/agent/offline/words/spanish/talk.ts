import type { IntentWords } from '../../intent-names.ts';

/** Words that are about no piece. */
export const talk: IntentWords = {
  associate: [
    '(llama|llame|llamar|hablar|necesito) * (alguien|persona|dependiente|empleado|asistente|encargado|vendedor)',
  ],
  help: ['(ayuda|ayudame)', 'que puedes hacer'],
  thanks: ['(gracias|perfecto|genial)'],
  bye: ['(adios|hasta luego)'],
  greet: ['(hola|buenas|buenos dias|buenas tardes)'],
  yes: ['^(si|vale|claro|de acuerdo)$'],
  no: ['^(no gracias|ahora no)$'],
};
