import type { IntentWords } from '../../intent-names.ts';

const person =
  '(associate|staff|salesperson|salesman|saleswoman|manager|human|person|assistant|colleague|employee|attendant|supervisor|someone|somebody|anyone|anybody|rep|guy|lady|stylist|cashier)';

/** Words that are about no piece. */
export const talk: IntentWords = {
  who: [
    '(are|r) (you|u) (even|actually|really)? (a|an)? (real|actual|human|robot|bot|machine|computer|ai|person|people|program|chatbot|alive)',
    '(am|are) (i|we) (talking|speaking|chatting) (to|with)',
    '(is|are) (this|it|there|that) (a|an)? (real|actual|human|robot|bot|machine|computer|ai|person|chatbot|recording)',
    '(who|what) (are|r) (you|u)$',
    'whats your name',
    'do you have a name',
    'who (am i|is this|made you)',
  ],
  associate: [
    `(call|get|find|fetch|need|want|send|bring|ask|grab|page|ping) * ${person} * (here|over|please|pls|to|for|who)`,
    `(call|get|find|fetch|need|want|send|ask|page) (me|for|us)? (a|an|the|your|one|some|any|another)? (of)? (your)? (real|sales|shop|store|floor|human|actual|staff|live|proper)? ${person}$`,
    `(talk|speak|chat|deal) (to|with) (a|an|the|your|any|one|some)? (of|real|sales|shop|store|human|actual|live|staff)? ${person}`,
    '(real|actual|live) (person|human|people|assistant|associate)',
    '(sales|shop|store|floor) (guy|girl|lady|person|people|assistant|associate|boy|staff)',
    '(someone|somebody|anyone|anybody) * (help|assist|come|work|works|working|free|around|available)',
    '(member|one) of * (staff|team|guys|people|assistants|colleagues)',
    '(any|is|are|do) * (staff|associate|associates|assistant|assistants|attendant|salesperson) (around|free|available|here|on|about|nearby)',
    '^(any|are there any|is there any)? (staff|associate|associates|assistants)$',
    '(call|get|send|fetch) (someone|somebody|anyone|a person|your colleague|your manager|the manager)',
    '(come|pop) over * (help|here|please)?$',
    'give me a hand',
    '^(associate|human|staff|assistance)$',
    '(koi|kisi|kisiko) * (staff|aadmi|madad|help|bula|bulao|bhejo|bulaiye)',
    '(staff|associate|kisi ko) * (bula|bulao|bhejo|bulaiye|hai)',
  ],
  again: [
    '(try|do|run|check|give it) (it|that|this)? (again|once more|one more time|another go|another try)',
    '^(again|retry|once more|one more time|have another go|phir se|ek baar aur|dobara)$',
    '(phir se|dobara|ek baar aur) (karo|try|kar)',
  ],
  help: [
    'what (can|do|could) you do',
    'how does (this|it) work',
    'how (do|can|should) i use',
    'what * you help (me)? with',
    '^(help|help me|i need help|need help|can you help me|can you help|some help)$',
  ],
  thanks: [
    '(thanks|thank|thankyou|thx|ty|cheers|great|perfect|awesome|lovely|nice|brilliant|fab|cool|wonderful|superb|fantastic|amazing|excellent|ta|shukriya|dhanyavaad|dhanyavad)',
    'appreciate it',
    'no worries',
  ],
  bye: [
    '(bye|goodbye|tata|alvida)',
    'see (you|ya|u)',
    '(thats|that is|that will be|thatll be) (all|it) * (today|now|thanks|thank|cheers)?',
    'im done',
    'have a (good|nice|great) (day|one|evening|weekend)',
  ],
  greet: [
    '(hi|hello|hey|hiya|namaste|greetings|yo|howdy|namaskar)',
    'good (morning|afternoon|evening|day)',
    '^(morning|afternoon|evening|sup|whats up)',
    'how (are|r) (you|u)',
    'hows it going',
    'kaise (ho|hain)',
  ],
  yes: [
    '^(yes|yeah|yep|yup|ya|sure|ok|okay|k|absolutely|definitely|correct|right|haan|ha|han|ji|bilkul|theek hai|thik hai) (yes|yeah|sure|please|pls|ok|okay|definitely|ji|of course|do it|go ahead|sounds good|do|that works|why not)?$',
    '^(of course|why not|sounds good|go for it|do it|go ahead|yes please|yes do|please do|lets do it|that works|works for me|chalega)$',
  ],
  no: [
    '^(no|nope|nah|naa|nahi|nahin|na) (no|thanks|thank you|thank|please|nope|nah|never mind|not now|not really|not yet|leave it|forget it|its ok|its fine|im good|im fine|dont|rehne do|yaar)?$',
    '^(not now|nothing|not yet|not today|not really|no thanks|never mind|nevermind|forget it|forget that|leave it|leave that|skip it|skip that|no no|maybe later|later|another time|rehne do|chhodo|jaane do|mat karo)$',
    '(im|i am|we are|were) (just|only) (looking|browsing)',
    '(just|only) (looking|browsing) (around|thanks|thank)?',
    '(meant|mean|said|want|please)? (keep|leave) (it|that|this|the|them|my) *$',
    'never mind',
    'nevermind',
    'changed my mind$',
    'im (good|fine|ok|okay) (thanks|thank|for now)',
  ],
};
