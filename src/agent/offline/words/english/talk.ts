import type { IntentWords } from '../../intent-names.ts';

/** Words that are about no piece. */
export const talk: IntentWords = {
  who: [
    '(are|r) (you|u|ya) (a|an|the)? (real|actual|human|person|bot|robot|ai|machine|computer|alive|chatgpt)',
    '(am i|im i) (talking|speaking|chatting) (to|with) * (human|person|bot|robot|machine|computer|ai)',
    '(who|what) (are|r) (you|u)$',
    '(whats|what is) your name',
    '(is this|this is) * (bot|robot|ai|machine)',
  ],
  associate: [
    '(call|get|find|fetch|need|want) * (associate|staff|salesperson|manager|human|person|assistant)',
    '(talk|speak) (to|with) * (someone|somebody|associate|staff|human|person|manager)',
    '(real|actual) (person|human)',
    '(someone|somebody) help',
    '(call|get|send|fetch) (someone|somebody)',
    '^(associate|human|staff)$',
    '(someone|somebody|anyone|anybody) * (works here|work here|come over|come here|come help|assist me|help me|free to help|from the (shop|store))',
    '(one|any|some) of (your|the) (staff|people|team|colleagues|guys)',
    '(staff|salesman|saleswoman|salesgirl|shop assistant|sales assistant|salesperson) * (come|help|bring|assist|here)',
    '(call|get|need|want|send) * (salesman|saleswoman|salesgirl|sales person|shopkeeper|helper|employee|attendant)',
    '(speak|talk|chat) * (real|actual|human|person|someone|somebody|staff)',
    '(is there|any) (anyone|someone|staff|assistant) (here|around|available|free)',
  ],
  help: [
    'what can you do',
    'how does this work',
    'help',
    'how do i use',
    'what (do|can) (you|u) do',
    'how (do|does|can) (this|i|it) (work|use)',
    '(what|which) (things|stuff) can you',
    '(im|i am) (lost|confused)',
  ],
  thanks: [
    '(thanks|thank|thankyou|cheers|great|perfect|awesome|lovely|nice)',
    '(ty|thx|tysm|thnx|appreciate it|much appreciated)',
  ],
  bye: [
    '(bye|goodbye)',
    'see you',
    'thats all',
    'im done',
    '(im|i am|were|we are) (off|leaving|going)',
    '(see ya|take care|good night|have a (good|nice|great) (day|one|evening))',
    '(thats|that is|that will be|thatll be) (all|it|everything)',
  ],
  greet: [
    '(hi|hello|hey|hiya|namaste|greetings)',
    'good (morning|afternoon|evening)',
    '(good) (day|night)',
    '(whats up|sup|howdy|hola|salaam|salam|vanakkam|namaskar)',
    'how (are|r) (you|u)',
  ],
  yes: ['^(yes|yeah|yep|sure|ok|okay|yes please)$'],
  no: [
    '^(no|nope|no thanks|not now|nothing)$',
    '(never mind|nevermind|forget it|forget about it|leave it|not anymore|no need|dont bother|skip it|changed my mind|maybe later|not right now)',
  ],
};
