/** Ordinary words, which are never taken for a mistyped garment or searched for. */
export const hindiCommon = `
  mila mili milna milne mile milo milte nikla nikle nikli nikalta lagao lagana dala daala rakha rakhi rakhe pada padi pade pahuncha pahunchi pahunche pahunch
  khoya gum tuta toota tooti gira giri phata phati bigad bigda chala chali chale chalta chalti chalna chal ruk rukna ruko baith utha uthao bheja bheji
  bheje aaya bata bataya batai likha likho likhna padha padhna sikha socha sochna sochti sochta soch yaad bhool bhul galat galti maaf maafi shayad
  shubh subah jaana aao aaiye baitho chalo chalein kaat khush dukhi gussa paresh pareshan fikr chinta mehnat kimat keemat daam muft free sasta mehnga
  bhabhi saas sasur nanad devar jeth chacha chachi mama mami nana nani dada dadi bua mausi saheli sahelion padosi bachpan jawani budhapa umar umr
  janamdin salgirah saalgirah tyohar mela dawat mehman ghoomne safar barish dhoop
  wah waah oye hello log logon kisko kisse kisme kismein jisme jismein jahan wahan tahan unhone inhone usne isne humne maine tumne aapne
  hote hota hoti hue hua hui honge hogi hon nikle dekhte dikhta dikhti dikhte banta banti bante bana bani bane bikta bikti bikte kharida kharidi mangaya
  tarah tareeka taraf tak taki takleef jaldi dheere aaram zaroorat zarurat jarurat zaroori sach jhooth sawal jawab baat baatein kaam naam
  ghar parivar dost dosto shahar gaon desh duniya din raat subah shaam dopahar hafta mahina saal ghanta aaj kal parso abhi phir fir kabhi
  hamesha roz pasand napasand mushkil aasan sundar khoobsurat mast badhiya ekdum bahut bohot kaafi kafi ab jab tab jo jise jiska jiske jinke
  kaise kaisa kaisi kaun kis kisi kisko kiska kiske kitna kitne kitni kyun kyu kyunki isliye agar magar lekin par warna yani yaani matlab
  samajh samjha samjhi pata maloom malum lagta lagti lagte laga lagi lage raha rahi rahe tha thi the thaa gaya gayi gaye karna karni karne
  karta karti karte karunga karungi karenge kiya kiye jana jaana jaunga jaungi jayenge jaega jayega jayegi aana aaya aayi aaunga dena deta
  deti dete dunga dungi denge lena leta leti lete lunga lungi lenge liya liye bol bolo bola bolna kehna kaho kaha suno suna dekh dekho dekha
  dekhi dekhte dekhna dekhni chahta chahti chahte chahenge sakta sakti sakte sakun paunga payega wala wali wale apna apne apni unka unke
  uske uski humara hamara hamari hum ham humko hame hamein tum tumhara tumhari tumhare aapka aapki aapke unko inko inme unme sabko sabse
  saara saari saare poora poori poore aadha zara bhaiya bhai didi yaar beta uncle aunty sir madam ji arre arey oye accha theek haan nahi mat
  bina bagair alawa ke saath jaisa jaise jaisi waisa waise aisa aise aisi itna itne itni utna bas sirf keval ekdam shayad pakka final
  khareedna kharidna bechna rakhna nikalna daalna hatana mangwana bhejna lana milna banana dhona pehenna utarna samaan saman cheez cheezein
  chiz maal naya naye purana purane purani kharab saaf thanda garam sardi garmi barsaat mausam halka halki bhaari bhari mota patla lamba
  lambi chhota chhoti bada badi tight dheela khula band upar neeche andar bahar aage peeche paas door beech bich kareeb karib मुझे मुझको
  हमें मेरा मेरी मेरे हमारा आप आपका आपकी आपके तुम तुम्हारा वह वो ये यह इस उस इन उन जो जिस जिसका किस किसी कौन कब कहां क्यों कैसे कैसा कैसी
  कितना कितने कितनी और या लेकिन मगर पर अगर तो भी ही सिर्फ बस केवल बहुत काफी ज्यादा कम थोड़ा थोड़ी एकदम बिल्कुल शायद जरूर पक्का अभी अब तब जब
  फिर कभी हमेशा रोज आज कल परसों सुबह शाम रात दिन हफ्ता महीना साल घंटा मिनट समय वक्त बार बात बातें काम नाम घर परिवार दोस्त शहर पसंद नापसंद
  सुंदर खूबसूरत बढ़िया अच्छा अच्छी अच्छे ठीक सही गलत नया नई नए पुराना पुरानी पुराने खराब साफ हल्का हल्की भारी मोटा पतला लंबा लंबी छोटा छोटी
  बड़ा बड़ी खुला बंद ऊपर नीचे अंदर बाहर आगे पीछे पास दूर बीच साथ लिए जैसा जैसे जैसी वैसा ऐसा ऐसी ऐसे इतना इतने था थी थे है हैं हूं हो होगा
  होगी होंगे गया गई गए रहा रही रहे करना करनी करने करता करती करते करूंगा करूंगी किया जाना जाता जाती जाएगा जाएगी आना आया आई आएगा आएगी देना
  देता देती देते दूंगा दूंगी लेना लेता लेती लेते लिया बोलो बोला कहना कहा सुनो सुना देखो देखा देखना देखनी देखते चाहता चाहती चाहते सकता सकती
  सकते वाला वाली वाले अपना अपनी अपने उनका उनके उसका उसकी सब सभी सारा सारी सारे पूरा पूरी पूरे आधा जरा भैया भाई दीदी यार बेटा जी अरे हां नहीं
  मत बिना बगैर अलावा खरीदना रखना निकालना डालना हटाना भेजना लाना मिलना बनाना पहनना सामान चीज चीजें माल मतलब समझ पता मालूम लगता लगती लगा जल्दी
  आराम जरूरत मौसम गर्मी सर्दी शुक्रिया धन्यवाद नमस्ते कपड़े कपड़ा दुकान
`;
