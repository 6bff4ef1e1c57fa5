import { normalise } from '../normalise.ts';
import { arabicCommon } from './arabic/common.ts';
import { hindiCommon } from './hindi/common.ts';
import { spanishCommon } from './spanish/common.ts';

const split = (text: string): readonly string[] => text.trim().split(/\s+/u);

/** Towns and quarters of them: names of shops, and never mistyped words for anything else. */
export const placeWords: ReadonlySet<string> = new Set(
  split(`
  mumbai bombay delhi gurgaon gurugram noida bengaluru bangalore hyderabad secunderabad chennai madras kolkata calcutta pune ahmedabad
  surat jaipur lucknow kanpur nagpur indore bhopal kochi cochin goa panaji chandigarh mysuru mysore coimbatore madurai vizag visakhapatnam
  vadodara udaipur jodhpur amritsar ludhiana patna ranchi bhubaneswar guwahati dehradun thane navi andheri bandra juhu powai colaba
  banjara jubilee gachibowli kondapur madhapur indiranagar koramangala whitefield jayanagar malleswaram saket connaught khan karol
  nungambakkam adyar velachery alipore ballygunge salt lake koregaon aundh camp road street hills nagar
  `),
);

/** Ordinary words that are near to the name of a garment, a fabric or a colour, and are never taken for a mistyped one. */
const english = `
  sisters brothers mothers fathers moms mums dads wifes husbands daughters sons cousins friends uncles aunts girlfriends boyfriends bosss
  able about above across actually after again against ago ahead alone along already alright although always amazing among angry
  anniversary answer anybody anyone anyway anywhere appreciate arrive asap ask asked asking aunt away awesome awful baby back bad
  badly because become before begin behind believe better between bill birthday bit boring boss both bother bought bout boyfriend bring
  broken brother brought budget busy call called came camera card care careful carry case cash catch caught chance change charge chat
  check cheers child choose city class clean clear clearly close closed closing cold college colleague come comes coming comfortable comfy
  completely confused cool correct could couple course cousin cry customer cute damn dark date daughter day days dear deal deaf decent
  decide definitely deliver delivery depends deserve desk diet difference different dinner dirty does doesnt doing done door double
  doubt down drive drop during dunno each early easy either else email end engaged engagement enough entire entrance even evening event
  ever every everyone everywhere exact exactly exam example exchange excited excuse expensive explain extra face fact fair family fancy
  far fast father fault favour favorite favourite feel feeling feels fellow few figure final finally fine finish fits floor folks follow
  food foot forget forgot form forward found four free fresh friday friend friends front full fun function funny further future game gave
  gets getting gift girl girlfriend given giving glad goes going gold gone gonna gotta grand granny great group guess guest guests guy guys
  haha half hand hands hang happen happy hard hate head hear heard heavy held help here hers high hip hold holding holiday home honest
  honestly hope hopefully host hour hours house huge human hundred hungry hurry husband idea ideal idiot immediately important inside
  instead interested interview issue job join joking journey just keep keeping kept kidding kind kinda knew know known lady late lately later
  laugh lazy least leave leaving left less lets letter life lift light likely lines list listen little live lives lol lonely long longer
  looks loose lose lost lots loud loved lovely lower luck lucky lunch machine mad made mail make makes making mall manage many married match
  matter maybe meal mean means meet meeting member mess message middle might mind mine minute minutes miss missed missing mistake moment
  monday money month months mood morning most mother move much music must myself name named near nearly neat need needed needs neither
  nephew never news next nice niece night nobody noise none normal note notice number obviously occasion odd off offer office often okay
  older once only open opening opens opinion order ordered other others ought outside over own owner package page paid pain paper parcel
  parents part parties party pass past pay paying people perfect perhaps person phone photo pick picked picture place places plain plan
  plans play please plenty point points polite poor popular possible possibly post power prefer present pretty price prices pricey
  probably problem promise proper public pull puja push put putting queue question quick quickly quiet quite rain raise ran rather reach
  read ready real really reason receive recently remember remind rent reply rest rich ride ring road robot room rooms rough round rude
  rule rules rush sad safe said salary same sample saturday save saving saw says scared school season seat second secret seem seems seen
  self sell selling send sending sends sense sent serious seriously serve service set several shall share sharp ship shipped shipping shop
  shopping should show showing shown shut shuts sick side sign silly simple simply since single sister sit site skip sleep slow slowly
  small smart smell smile soft sold some someday someone something sometimes somewhere soon sorry sort sound sounds space speak special
  spend spent split spoke spot staff stage stand start started starts stay steal step still stood stop stopped store story straight
  strange street strict strong stuck student stuff stupid style such sudden suggest suits sunday super suppose sure surely surprise swear
  sweet system table take taken takes taking talk tall taxi teacher team tell terrible test text thank thanks that then there these thick
  thin thing things think thinking thought thousand through throw thursday ticket tight till times tiny tired today together told tomorrow
  tonight took total totally touch tough toward town trial tried trip trouble true truly trust truth trying tuesday turn twice type ugly
  uncle under understand unfortunately unless until upset useful usual usually various very visit voice wait waited waiting wake walk walking
  wallet wanna wanted wants warm waste watch water way wear wearing weather wedding week weekend weeks weird well went were whatever
  whenever whether while whole whom whose wide wife will wish within without woman wonder wonderful wondering word words work worked
  working works world worried worry worse worst worth would wouldnt write wrong yeah year years yesterday young younger yours yourself
  anaya accha acha achha arre arrey bhai bhaiya didi yaar yar bilkul theek thik chalo haan jaldi kaise kaisa kaisi kaun kab kahan kidhar
  kitna kitne kitni kyun lekin magar matlab sirf suno wahan yahan zara thoda thodi jara apna apne apni unka uska inka iska abhi baad pehle
  اخر الاخر اخري الاخري ثاني الثاني تاني قريب القريب بعيد اليوم امس غدا بكره الان الحين هنا هناك بيت البيت محل المحل متجر المتجر فرع الفرع
  عندي عندك احد حد شخص ناس كثير كثيره قليل جدا مره كبير كبيره صغير صغيره جديد جديده قديم حلو حلوه جميل جميله افضل احسن اكبر اصغر اكثر اقل
  سعر سعره سعرها ثمن فلوس حساب موظف الموظف طلب طلبي الطلب رقم وقت ساعه الساعه يوم ايام اسبوع شهر سنه قطعه القطعه واحد واحده شكرا طيب تمام
  लेकिन मगर यहाँ वहाँ यहां वहां अभी बाद पहले आज कल परसों हमेशा कभी फिर शायद ज़रूर जरूर बहुत ज़्यादा ज्यादा थोड़ा थोड़ी कम सिर्फ़ सिर्फ केवल अच्छा अच्छी अच्छे
  बुरा नया नई पुराना पुरानी बड़ा बड़ी बड़े छोटा छोटी छोटे दुकान दुकानें घर लोग आदमी भाई दोस्त काम दिन महीना साल समय बजे कीमत दाम पैसे रुपये अपना अपनी अपने
  ahora aqui alla amigo amiga ayer bien bueno buena cada casa casi cerca claro cosa cosas creo cuando cuanto cuanta cuantos cuantas deja
  desde despues dice dime donde entonces entre eres espera estoy fecha fuera gente gracias grande hace hacer hasta hola hora horas hoy igual
  jamas llega llegar luego lugar manana mejor menos mismo misma momento mucho mucha muchos nada nadie nombre nueva nuevo nunca ojala otra
  otro parece pasado pero poco poder podria porque pronto puede puedes puedo pues quien sabe saber segun seguro semana siempre sobre solo
  tambien tampoco tarde tener tengo tiempo tiene tienes toda todo trae vamos veces vengo venir verdad vez viene vuelvo
  `;

export const commonWords: ReadonlySet<string> = new Set(
  [english, hindiCommon, spanishCommon, arabicCommon].flatMap((words) =>
    normalise(words).trim().split(/\s+/u),
  ),
);
