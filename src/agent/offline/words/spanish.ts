import type { IntentWords } from '../intent-names.ts';

/** Written as `normalise` leaves it: without accents. */
export const spanish: IntentWords = {
  associate: [
    '(llama|llame|llamar|hablar|necesito) * (alguien|persona|dependiente|empleado|asistente|encargado|vendedor)',
  ],
  track: [
    'donde esta mi (pedido|paquete|envio)',
    '(rastrear|seguimiento|seguir)',
    'estado (de mi|del) pedido',
    'cuando llega * pedido',
  ],
  policy: ['politica', '(condiciones|plazo|reglas) (de|para) *'],
  'cancel-order': [
    '(cancela|cancelar|cancelo|anula|anular|anulo) * (pedido|pedidos|compra)',
    '(cancela|cancelar|anula|anular) [a-z]+-?\\d{3,}',
  ],
  'order-address': ['direccion * (pedido|envio|[a-z]+-\\d{3,})', '(pedido|envio|[a-z]+-\\d{3,}) * direccion'],
  'customer-address': ['(cambia|cambiar|corrige|corregir|nueva|otra|guarda) * direccion', 'me he mudado'],
  feedback: [
    '(dar|dejar|deja|escribir) * (opinion|valoracion|resena)',
    '(valorar|puntuar) *',
    '\\d estrellas',
  ],
  'order-payment': [
    '(cambia|cambiar|otro) * (pago|metodo de pago) * pedido',
    '(cambia|cambiar) * metodo de pago',
  ],
  'order-items': [
    '(cambia|cambiar) * (talla|color|prenda) * pedido',
    '(cambia|cambiar) * pedido * (talla|color|por)',
  ],
  exchange: ['(quiero|puedo|quisiera) * cambiar (este|esta|esto|el|la|un|una|lo)', 'cambiarlo', 'cambiarla'],
  return: ['(devolver|devolverlo|devolverla|devolucion|devoluciones|reembolso)'],
  orders: ['(mis|ultimos) (pedidos|compras)', 'historial'],
  'keep-points': [
    'no (quiero)? (uses|usar|uso|canjees|canjear|gastes|gastar|apliques) * puntos',
    'sin (usar|canjear|gastar)? (mis|los)? puntos',
    '(quita|quitar|guarda|guardar) * puntos',
  ],
  'redeem-points': [
    '(usa|usar|uso|utiliza|utilizar|canjea|canjear|gasta|gastar|aplica|aplicar) * (puntos|punto)',
    '(paga|pagar|pago) * puntos',
  ],
  'cancel-payment': ['(cancela|cancelar|anula|anular) * (pago|enlace)', 'no quiero pagar'],
  'cancel-reservation': [
    '(cancela|cancelar|anula|anular|quita) * (reserva|prueba)',
    '^(cancela|cancelar|cancelalo)$',
  ],
  extend: [
    'mas (tiempo|minutos|rato)',
    '(ampliar|amplia|alargar|alarga|extender|extiende|prorrogar|prorroga)',
    '(unos|cinco|diez|\\d+) minutos mas',
  ],
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
  'bigger-size': [
    'talla (mas grande|mayor|superior)',
    '(me)? (queda|esta|es) * (pequeno|pequena|estrecho|estrecha|corto|corta|justo|justa)',
  ],
  'smaller-size': [
    'talla (mas pequena|menor|inferior)',
    '(me)? (queda|esta|es) * (grande|ancho|ancha|largo|larga)',
  ],
  'other-size': [
    '(otra|distinta|diferente) talla',
    '(cambia|cambiar|cambiame) * talla',
    '(trae|traeme|traigame|traer) * (en|talla)',
  ],
  reservations: ['mis reservas', '(que|cuales) * reservado', 'ver * reservas'],
  reserve: [
    '(reserva|reservar|reservame|reservalo|reservala|aparta|apartar|apartame)',
    '(probar|probarlo|probarla|probarme|probarmelo|probarmela|probador)',
  ],
  paid: ['(esta|ya) * (pagado|pague)', 'estado del pago'],
  pay: ['(pagar|pago|pagarlo|cobrar|caja)', 'finalizar * compra', 'enlace de pago'],
  'continue-phone': [
    '(seguir|sigo|continuar|continuo|terminar|termino) * (movil|telefono|celular)',
    '(pasa|pasar|manda|llevar) * (conversacion|chat|esto) * (movil|telefono|celular)',
  ],
  'take-now': ['me (lo|la|los|las) llevo (ahora|puesto|puesta|ya)', 'llevar(me)? * ahora'],
  'pick-up': ['(recoger|recojo|recogerlo|recogerla|recogida) *'],
  'ship-from-shop': [
    'envio (rapido|urgente|express)',
    '(envia|enviar|manda) * (rapido|urgente|desde esta tienda)',
  ],
  'ship-home': [
    '(envia|enviar|envialo|enviamelo|manda|mandamelo) * casa',
    'envio a (casa|domicilio)',
    'a domicilio',
  ],
  fulfilment: [
    '(opciones|gastos|coste) de (envio|entrega)',
    '(haceis|hacen|hay) (envios|envio|entregas)',
    '(envio|envios|entrega)',
  ],
  'remove-offer': ['(quita|quitar|elimina|sin) * (oferta|cupon|codigo|descuento)'],
  'best-offer': ['mejor (oferta|descuento|cupon|codigo)', '(ahorro|ahorrar|ahorra) * mas'],
  'apply-offer': ['(aplica|aplicar|usa|usar) *', '(codigo|cupon) [a-z]*\\d+'],
  offers: ['(oferta|ofertas|descuento|descuentos|cupon|cupones|promocion|promociones|rebajas)'],
  loyalty: ['(puntos|fidelidad|nivel|socio)'],
  remove: ['(quita|quitar|elimina|eliminar|saca|sacar|borra|borrar)'],
  add: [
    '(anade|anadir|anadelo|anadela|agrega|agregar|agregalo|pon|ponlo|mete|compra|comprar)',
    'me (lo|la|los|las) (llevo|quedo)',
  ],
  bag: ['(bolsa|carrito|cesta)', '(ver)? * total$'],
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
  help: ['(ayuda|ayudame)', 'que puedes hacer'],
  thanks: ['(gracias|perfecto|genial)'],
  bye: ['(adios|hasta luego)'],
  greet: ['(hola|buenas|buenos dias|buenas tardes)'],
  yes: ['^(si|vale|claro|de acuerdo)$'],
  no: ['^(no gracias|ahora no)$'],
};
