import type { IntentWords } from '../../intent-names.ts';

/** Words that are about no piece. */
export const talk: IntentWords = {
  associate: [
    '(call|get|find|fetch|need|want) * (associate|staff|salesperson|manager|human|person|assistant)',
    '(talk|speak) (to|with) * (someone|somebody|associate|staff|human|person|manager)',
    '(real|actual) (person|human)',
    '(someone|somebody) help',
    '(call|get|send|fetch) (someone|somebody)',
    '^(associate|human|staff)$',
  ],
  help: ['what can you do', 'how does this work', 'help', 'how do i use'],
  thanks: ['(thanks|thank|thankyou|cheers|great|perfect|awesome|lovely|nice)'],
  bye: ['(bye|goodbye)', 'see you', 'thats all', 'im done'],
  greet: ['(hi|hello|hey|hiya|namaste|greetings)', 'good (morning|afternoon|evening)'],
  yes: ['^(yes|yeah|yep|sure|ok|okay|yes please)$'],
  no: ['^(no|nope|no thanks|not now|nothing)$'],
};
