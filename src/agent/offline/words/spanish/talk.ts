import type { IntentWords } from '../../intent-names.ts';

/** Words that are about no piece. */
export const talk: IntentWords = {
  again: [
    '^(otra vez|de nuevo|una vez mas|repite|repitelo|prueba otra vez|prueba de nuevo|reintenta|reintentar)$',
    '(intentalo|prueba|intenta|hazlo|pruebalo) (otra vez|de nuevo|nuevamente)',
  ],
  who: [
    '(con) (quien|que) (hablo|estoy hablando|converso)',
    '(como te llamas|cual es tu nombre|eres real|eres de verdad|eres una ia)',
    '(eres|es|sos) * (robot|maquina|persona real|humano|humana|bot|computadora|ordenador|ia)',
    '(eres|es|sos) (un|una)? (robot|maquina|persona|humano|humana|bot|real)',
    '(hablo|estoy hablando) con * (persona|robot|maquina|humano|bot)',
    '(quien|que) eres',
  ],
  associate: [
    '(puedes|podria|que) (venir|venga|atenderme|atienda) *',
    '(puedes|hay|que|necesito) * (ayudarme|ayudar|atenderme|atender|atienda|ayude) * (alguien|persona|dependiente|vendedor|humano)',
    '(alguien) (que)? (me)? (puedes|pueda|ayude|ayudarme|ayudar|atienda|atender|libre|disponible) *',
    '(que) (venga|vengan) (alguien|un|una|el|la) *',
    '(puedes) (venir|acercarse|pasar) *',
    '(quiero|necesito|puedo|prefiero) (hablar|conversar|que me atienda) * (persona|alguien|humano|encargado|gerente|vendedor|dependiente|asesor|empleado)',
    '(hay|algun|alguna|un|una) * (dependiente|dependienta|vendedor|vendedora|empleado|empleada|encargado|encargada|asesor|asesora|gerente) (libre|disponible|por aqui|aqui|cerca)?',
    '(llama|llame|llamar|hablar|necesito) * (alguien|persona|dependiente|empleado|asistente|encargado|vendedor)',
    '(llama|llame|llamar|llamen|hablar|hablo|necesito|quiero|busca|pide|manda) * (alguien|persona|dependiente|dependienta|empleado|empleada|encargado|encargada|vendedor|vendedora|humano|responsable)',
    '(alguien) * (ayude|ayudarme|ayuda|atienda|atenderme|venga|venir)',
    '(hay) (alguien|algun dependiente)',
  ],
  help: [
    '(me) (ayudas|ayuda|ayudan|puedes ayudar)$',
    '^(puedes) ayudarme$',
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
  bye: [
    '^hasta manana$',
    '(adios) *',
    '(eso es todo|es todo|nada mas|eso seria todo|seria todo|ya esta|ya termine) *',
    '(adios|hasta luego)',
    '(adios|hasta luego|hasta pronto|chao|chau|nos vemos|eso es todo|nada mas)',
  ],
  greet: [
    '(hola|buenas|buenos dias|buenas tardes|buenas noches)',
    '^que tal (estas|esta|todo|va)?$',
    '(hola|buenas|buenos dias|buenas tardes)',
  ],
  yes: [
    '^(claro que si|si claro|si gracias|si por favor|por supuesto|desde luego|de una|dale|adelante|perfecto si|si adelante|si si|si quiero|correcto|exacto|eso|esta bien|venga|si vale|ok dale|hazlo|hagalo|me parece bien|si dale|si esta bien|ok)$',
    '^(si|vale|claro|de acuerdo)$',
    '^(si|vale|claro|de acuerdo|ok|dale|bueno|si por favor|por supuesto|correcto|eso es)$',
  ],
  no: [
    '^(ya no|no ya no|no ya|ya no gracias)$',
    '^(claro que no|ahora no|por ahora no|de momento no|todavia no|aun no|no por favor|nada gracias|no hace falta|mejor no|otro dia|no no|paso|que va|para nada|nada)$',
    '(solo|solamente|nada mas|unicamente)? (estoy|estamos|ando|vengo) (solo|solamente)? (mirando|viendo|echando un vistazo|a mirar|dando una vuelta)',
    '^(solo|solamente) (miro|mirando|miraba)',
    '(cambie|he cambiado) de (opinion|idea)$',
    '^(no gracias|ahora no)$',
    '^(no|no gracias|ahora no|mejor no|nada|dejalo|deja|olvidalo|da igual)$',
    '(olvidalo|dejalo|da igual|no importa)',
  ],
};
