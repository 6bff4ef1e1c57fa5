import { listed } from '../synonyms/listed.ts';

/** Spanish words as people also write them, with forms of address and of Latin America, by the form that the lists of words have. */
export const spanishVariants = listed({
  'por favor': 'porfa, porfavor, xfa, xfavor, porfis, plis, porfi, x favor, x fa',
  que: 'q',
  tambien: 'tb, tmb, tambn',
  ahora: 'ahorita, orita, aora, ahora mismo',
  adios: 'hasta luego, hasta pronto, hasta la proxima, chao, chau, nos vemos',
  muestrame:
    'mostrame, muestreme, muestra me, muestramelo, muestramela, muestrenme, mostrarme, muestreme usted, mostrame vos, puedes mostrarme, me muestras, me muestra, me mostras, me mostraria, me podrias mostrar, me puedes mostrar, me puede mostrar',
  ensename:
    'enseneme, ensenarme, me ensenas, me ensena, me puedes ensenar, me puede ensenar, ensena me, ensenamelo, ensenamela, ensenenme, me ensenais, me podrias ensenar',
  tienes:
    'tenes, teneis, tienen, tiene, tendras, tendrias, tendran, tendrian, tendreis, tenen, tenian, tenias',
  hay: 'ay, habra, habria, existen',
  quiero:
    'kiero, qiero, quisiera, querria, queria ver, qisiera, kisiera, quiciera, queremos, quisieramos, deseo, me gustaria, desearia',
  busco:
    'ando buscando, estoy buscando, buscaba, estaba buscando, vengo buscando, andaba buscando, bsco, estamos buscando',
  necesito: 'nesecito, necsito, nesesito, necesitamos, necesitaria, me hace falta, ocupo, preciso',
  quieres: 'queres',
  puedes: 'podes, podeis, pueden, puede, podrias, podria, podrian, podriais',
  dime: 'decime, digame, diganme, me dices, me dice, me decis, me puedes decir, me puede decir, me podria decir',
  pon: 'pone, ponga, pongan, poner',
  ponme:
    'poneme, pongame, pongamelo, pongamela, ponermelo, ponermela, me pones, me pone, me lo pones, me la pones, me lo pone, me la pone, ponmelo, ponmela, ponedme',
  ponlo: 'ponelo, pongalo, ponerlo, pongalos, ponlos',
  ponla: 'ponela, pongala, ponerla, pongalas, ponlas',
  anade: 'anada, anadir, anadan, anadi, anhade, anademe, anademe',
  anadelo: 'anadalo, anadirlo, anadelos, anademelo, anadalos, anadirlos',
  anadela: 'anadala, anadirla, anadelas, anademela, anadalas, anadirlas',
  agrega: 'agregue, agregar, agreguen, agregame, agregueme',
  agregalo: 'agreguelo, agregarlo, agregalos, agregamelo, agreguemelo, agregarlos',
  agregala: 'agreguela, agregarla, agregalas, agregamela, agreguemela, agregarlas',
  mete: 'meta, meter, meteme, metame, metan',
  metelo: 'metalo, meterlo, metelos, metemelo',
  metela: 'metala, meterla, metelas, metemela',
  quita: 'quitar, quiten, quitame, quiteme, quitale, quitad',
  quitalo: 'quitelo, quitarlo, quitalos, quitamelo, retiralo, quitarlos',
  quitala: 'quitela, quitarla, quitalas, quitamela, retirala, quitarlas',
  saca: 'saque, sacar, sacame, saqueme',
  sacalo: 'saquelo, sacarlo, sacalos',
  sacala: 'saquela, sacarla, sacalas',
  elimina: 'elimine, eliminar',
  reserva: 'reservar',
  reservame: 'reserveme, reservarme, me reservas, me reserva, me puedes reservar, me puede reservar',
  reservalo:
    'reservelo, reservamelo, reservarlo, reservemelo, me lo reservas, me lo reserva, reservalos, reservarmelo',
  reservala:
    'reservela, reservamela, reservarla, reservemela, me la reservas, me la reserva, reservalas, reservarmela',
  aparta: 'aparte, apartar',
  apartame: 'aparteme, apartarme, separame, separeme, me apartas, me aparta',
  apartalo:
    'apartelo, apartamelo, apartarlo, apartemelo, me lo apartas, me lo aparta, separalo, separamelo, apartalos',
  apartala:
    'apartela, apartamela, apartarla, apartemela, me la apartas, me la aparta, separala, separamela, apartalas',
  guardame: 'guardeme, guardarme, me guardas, me guarda, me puedes guardar',
  guardalo:
    'guardelo, guardamelo, guardarlo, guardemelo, me lo guardas, me lo guarda, me lo puedes guardar, me lo puede guardar',
  guardala:
    'guardela, guardamela, guardarla, guardemela, me la guardas, me la guarda, me la puedes guardar, me la puede guardar',
  trae: 'traiga, traer, traigan',
  traeme:
    'traigame, traerme, traiganme, me traes, me trae, me puedes traer, me puede traer, me podrian traer, me pueden traer, traemelo, traemela, traigamelo',
  envia: 'envie, enviar, envien, enviad',
  enviame:
    'envieme, enviarme, me envias, me envia, mandame, mandeme, me mandas, me manda, me puedes enviar, enviarmelo',
  envialo:
    'envielo, enviarlo, enviamelo, enviemelo, mandalo, mandelo, mandarlo, mandamelo, mandemelo, enviamela, enviala, enviarla, mandala, mandamela, me lo envias, me lo mandas, me lo envian, me lo mandan, me la envian, enviala, envienlo, envienmelo, mandenlo, envialos, envienla, enviarmelo, mandarmelo',
  manda: 'mande, mandar, manden',
  aplica: 'aplique, aplicar, apliquen, aplicame, apliqueme, aplicale',
  usa: 'usar, usen, utiliza, utilice, utilizar, usemos, ocupa, emplea, usarlos',
  cancela:
    'cancele, cancelar, cancelen, cancelame, canceleme, cancelo, cancelad, anula, anule, anular, anulen, anulo, anulame',
  cancelalo: 'cancelelo, cancelarlo, anulalo, anulelo, anularlo',
  cancelala: 'cancelela, cancelarla, anulala, anulela, anularla',
  cambia: 'cambie, cambiar, cambien, cambiame, cambieme',
  cambialo:
    'cambielo, cambiarlo, cambiamelo, cambiemelo, me lo cambias, me lo cambia, cambiarmelo, cambialos',
  cambiala:
    'cambiela, cambiarla, cambiamela, cambiemela, me la cambias, me la cambia, cambiarmela, cambialas',
  llama: 'llame, llamar, llamen, llamame, llameme, llamas, me llamas, me llama, avisa a, avise a, avisale a',
  avisame:
    'aviseme, avisenme, avisarme, me avisas, me avisa, me avisan, me avisais, me puedes avisar, me puede avisar, me pueden avisar, notificame, notifiqueme, avisadme',
  recomiendas:
    'recomendas, recomienda, recomendarias, recomendais, recomiendan, aconsejas, aconseja, aconsejarias',
  recomiendame:
    'recomendame, recomiendeme, recomendarme, me recomiendas, me recomienda, me aconsejas, aconsejame, me sugieres, sugiereme',
  movil: 'celular, cel, celu, telefono movil, smartphone, telefonito',
  pedido: 'orden, encargo, pedio',
  pedidos: 'ordenes, encargos',
  bolsa: 'bolsita, bolsa de compra, bolsa de la compra, bolsa de compras',
  carrito: 'carro, carrito de compras, carrito de la compra, carro de la compra, canasta, changuito',
  barato: 'baratito, baratico, economico, mas economico, accesible',
  barata: 'baratita, economica',
  baratos: 'baratitos, economicos',
  baratas: 'baratitas, economicas',
  segundo: 'segndo, sgundo, 2do, 2o',
  segunda: 'segnda, 2da, 2a',
  primero: '1ero, 1ro, 1o',
  primera: '1era, 1ra, 1a',
  tercero: '3ero, 3ro, 3o',
  tercera: '3era, 3ra, 3a',
  devolver: 'devolber, regresar, retornar, debolver',
  devolverlo: 'regresarlo, retornarlo',
  devolverla: 'regresarla, retornarla',
  probador: 'provador, probadores, vestidor, vestidores, vestier',
  probarme: 'provarme, probarnos',
  probarmelo: 'provarmelo, medirmelo',
  probarmela: 'provarmela, medirmela',
  descuento: 'dcto, desc, descuentito, descuentico',
  pequeno: 'chiquito, pequenito',
  pequena: 'chiquita, pequenita',
  vestido: 'bestido, vestidito',
  vaqueros: 'baqueros, vaquros',
  camisa: 'camiza, camisita',
});
