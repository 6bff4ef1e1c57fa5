import type { IntentWords } from '../../intent-names.ts';

/** Pieces: which, where, how they fit. */
export const finding: IntentWords = {
  'stop-notify': [
    'no me (avises|avise|avisen|notifiques)',
    '(cancela|cancelar|anula|anular|quita) * (aviso|avisos|notificacion|notificaciones)',
  ],
  notify: [
    '(avisame|avisarme|avisa|avisar|notificame) * (cuando|si)? (vuelva|vuelvan|llegue|lleguen|haya|este|esten|tengais)?',
  ],
  'find-size': [
    'que talla (me|uso|necesito|deberia|cojo|llevo)',
    '(guia|tabla) de tallas',
    '(me)? (quedaria|quedara) bien',
    '(mi|de) (pecho|busto|cintura|cadera|pie) * (\\d+|\\d+[.,]\\d+|\\d+cm|\\d+in)',
    '(pecho|busto|cintura|cadera|pie) (mide|miden|es) (de)? (\\d+|\\d+[.,]\\d+|\\d+cm|\\d+in)',
  ],
  compare: ['(compara|comparar|comparame|comparalos|comparalas)', '(diferencia|diferencias)', 'cual * mejor'],
  similar: [
    '(parecido|parecida|parecidos|parecidas|similar|similares)',
    '(algo|otro|otra|otros|otras|uno|una) como (este|esta|esto|ese|esa|el|la)',
  ],
  bundle: [
    '(combina|combinar|combinaria|pega|queda|va) (bien)? con',
    'completa * (look|conjunto)',
    'completar * (look|conjunto)',
    'que (me)? pongo con',
  ],
  nearby: ['(otra|otras) (tienda|tiendas|sucursal|sucursales)', '(cerca|cercanas|cercana)'],
  store: [
    '(horario|horarios|direccion|telefono)',
    '(cuando|hora) * (abre|abren|cierra|cierran|abris|cerrais)',
    '(abierto|abierta|abiertos)',
  ],
  locate: ['donde (esta|estan|encuentro|puedo)'],
  stock: [
    '(lo|la|los|las) (tienes|tienen|teneis|hay) en',
    '(tienes|hay|tienen) (este|esta|eso|ese) *',
    '(disponible|existencias)',
    '(que|cuales) (tallas|colores)',
    'hay en (talla)?',
  ],
  details: [
    '(cuentame|dime|saber|detalles|informacion) * (mas|sobre)?',
    '(cuanto) (cuesta|vale|es)',
    'de que (esta hecho|esta hecha|material)',
  ],
  recommend: [
    '(recomienda|recomiendas|recomiendame|recomendacion|sugiere|sugieres|sugerencia|sorprendeme)',
    '(novedades|mas vendidos)',
    'algo (bonito|especial|nuevo)',
    'que me pongo',
  ],
  cheaper: ['mas (barato|barata|baratos|baratas|economico|economica)'],
  more: ['(muestrame|ver|ensename) mas', 'mas (opciones|resultados)'],
  search: ['(busco|buscar|busca|muestrame|muestra|ensename|quiero|necesito|quisiera|tienes|tienen|hay)'],
};
