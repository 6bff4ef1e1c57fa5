import type { IntentWords } from '../../intent-names.ts';

/** Words that are about no piece. */
export const talk: IntentWords = {
  who: [
    '(eres|es|sos) (un|una)? (robot|maquina|persona|humano|humana|bot|real)',
    '(hablo|estoy hablando) con * (persona|robot|maquina|humano|bot)',
    '(quien|que) eres',
  ],
  associate: [
    '(llama|llame|llamar|hablar|necesito) * (alguien|persona|dependiente|empleado|asistente|encargado|vendedor)',
    '(llama|llame|llamar|llamen|hablar|hablo|necesito|quiero|busca|pide|manda) * (alguien|persona|dependiente|dependienta|empleado|empleada|encargado|encargada|vendedor|vendedora|humano|responsable)',
    '(puede|podria|que) * (venir|venga|ayudarme|atenderme|atienda) * (alguien|persona|dependiente)?',
    '(alguien) * (ayude|ayudarme|ayuda|atienda|atenderme|venga|venir)',
    '(hay) (alguien|algun dependiente)',
  ],
  help: [
    '(ayuda|ayudame)',
    'que puedes hacer',
    '(ayuda|ayudame|ayudar) *',
    'que (puedes|sabes|puede) hacer',
    'como (funciona|funcionas|se usa)',
  ],
  thanks: [
    '(gracias|perfecto|genial)',
    '(gracias|perfecto|genial|estupendo|muy amable|mil gracias|excelente)',
  ],
  bye: ['(adios|hasta luego)', '(adios|hasta luego|hasta pronto|chao|chau|nos vemos|eso es todo|nada mas)'],
  greet: [
    '(hola|buenas|buenos dias|buenas tardes)',
    '(hola|buenas|buenos dias|buenas tardes|buenas noches|que tal)',
  ],
  yes: [
    '^(si|vale|claro|de acuerdo)$',
    '^(si|vale|claro|de acuerdo|ok|dale|bueno|si por favor|por supuesto|correcto|eso es)$',
  ],
  no: [
    '^(no gracias|ahora no)$',
    '^(no|no gracias|ahora no|mejor no|nada|dejalo|deja|olvidalo|da igual)$',
    '(olvidalo|dejalo|da igual|no importa)',
  ],
};
