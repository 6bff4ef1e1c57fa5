/** Ordinary words, which are never taken for a mistyped garment or searched for. */
export const spanishCommon = `
  presupuesto percha queja urgente miembro favor normalmente casi envuelven ahi alla aqui algun alguna algunos algunas alguien amiga amigo andar ando anda antes apenas arriba abajo atras adelante asi aun aunque
  ayuda bajo bastante bien buen buena bueno cada calle cambio cerca cierto claro comprar compra comprado conmigo contigo correcto cosa cosas
  creo cual cuales cualquier cualquiera cuando cuanto cuesta da dale dan dar das de dedicado del demasiado dentro despues dia dias dice
  dices dicho diga dinero donde dos ella ellas ellos encanta encantan encima encontrar encuentro entonces entre era eres error es esa
  escoger ese eso espero esta estaba estado estamos estan estar estas este esto estoy estuve evento exacto facil falta familia favor fecha
  feliz fin forma fuera fui gente gran grande gusta gustan gustaba gustaria ha habla hablar hacen hacer haces hago han has hasta hecho
  hermana hermano hijo hija hoy idea igual ir irme juntos justo lado largo le leer lejos les libre lindo linda bonito bonita bonitos bonitas
  llevar llevo lleva luego lugar madre mal malo manera mano marca mayor me medio mejor menos mes mi mia mio mientras mil minuto mira mirar
  mirando mismo modo mucho muchas mujer muy nada nadie necesita ni ningun ninguna ninguno noche nos nosotros nuestra nuestro nuevo numero
  nunca o oferta ojo otra otro otros padre pagar par para parece parte pasa pasado pena pensando pequeno perdon pero persona plan poco
  podemos poner ponerme por porque posible precio prefiero pregunta primero probar problema pronto puesto pues punto quedan queda quede
  quien quiza quizas rapido raro razon regalo resto rico ropa sabe sabes saber sale salir se sea seguro semana sena senor senora senorita
  ser seria si siempre sin sino sirve sobre solo son soy su sus tal talla tambien tampoco tan tanto tarde te tengo tenia tenido tiempo
  tienda tipo toda todas todo todos tomar trabajo trae tras tu tus un una uno unos usted ustedes va vale vamos van vas ve veces ver verdad
  vez vi vida viene viste vosotros voy ya yo cumple cumpleanos boda invitada invitado viernes sabado domingo lunes martes miercoles jueves
  enero diciembre verano invierno primavera otono calor frio llueve lluvia comodo comoda comodos fresco fresca ligero ligera elegante
  sencillo sencilla clasico clasica moderno moderna ancho ancha estrecho estrecha ajustado ajustada corto corta cortos cortas manga mangas
  cuello escote espalda oiga oye disculpa disculpe perdona perdone
`;
