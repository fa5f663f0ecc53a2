import type { PlaybookTexts } from '../../playbook.ts';

export const playbook: PlaybookTexts = {
  first: {
    name: 'the first minutes',
    told: 'Nikos has been waiting for two minutes, and nobody has his talk. He writes: “Is my Octavia ready?”',
    acts: {
      wait: [
        'Wait for others',
        'Perhaps everybody waits for everybody. After three minutes the desk reminds all of you, and Nikos has counted them too.',
      ],
      take: [
        'Take it and answer',
        'Now everybody sees that it is yours, and the bot is silent. If two tap in the same second, one has it and the other is told who.',
      ],
      note: ['Write a note', 'A note is for colleagues. Nikos sees nothing and goes on waiting.'],
      bot: [
        'Leave it to the bot',
        'He has asked for a person. Whatever the bot says, he counts as waiting until a person answers.',
      ],
    },
  },
  note: {
    name: 'words for colleagues only',
    told: 'You want to ask the technician in the topic: “Is the belt an original one?” The customer is not meant to read that.',
    acts: {
      plain: [
        'Just write it',
        'Whatever you write in a topic goes to the customer. Sent by mistake? Answer your message with /undo.',
      ],
      slashes: [
        'Begin with //',
        'What begins with // stays among colleagues, pictures too, and a pen on the message shows it.',
      ],
      card: ['Answer the card', 'An answer to the pinned card is a note as well and never leaves the group.'],
      later: ['Ask tomorrow', 'The customer would wait for nothing. A note takes five seconds.'],
    },
  },
  colleague: {
    name: 'a talk that a colleague has',
    told: 'Eleni has this talk. The customer asks her for the opening hours, and you know them by heart.',
    acts: {
      answer: [
        'Answer quickly',
        'Two voices in one talk confuse people. The desk would ask you “send anyway?”; that is for when Eleni is not there.',
      ],
      leave: [
        'Leave it to Eleni',
        'One voice. If nobody answers for five minutes, the desk tells everybody, and then you step in.',
      ],
      take: [
        'Take it from her',
        'She may be writing at this moment. Ask her in a note, or let her hand it over.',
      ],
      note: [
        'A note for Eleni',
        'She sees it in the topic and answers herself. The customer hears one voice.',
      ],
    },
  },
  slot: {
    name: 'a time for a visit',
    told: '“Can I come on Thursday afternoon? The brakes squeal.”',
    acts: {
      offer: [
        'Offer a time',
        'The button knows bays, people and hours, and holds the time until the customer taps. What it shows can be kept.',
      ],
      promise: [
        '“Sure, come at 4!”',
        'Perhaps the bay is taken at four. A promise that breaks costs more than a minute of looking.',
      ],
      phone: [
        'Ask them to call',
        'They write because they cannot or do not want to call. Two taps settle it here.',
      ],
      later: ['“I will check”', 'Then somebody has to remember it. The times are one tap away.'],
    },
  },
  price: {
    name: 'a price that seems high',
    told: '“320 € for pads and discs? A friend paid half of that!”',
    acts: {
      discount: [
        'Give 10 % off',
        'Then the price was too high before? First show what it is made of, and offer two ways.',
      ],
      quality: [
        '“Quality costs”',
        'That sounds as if they did not know it. Agree that it is a sum, then explain.',
      ],
      say: [
        '/say expensive',
        'The card agrees first, splits now from later and offers an equivalent part. You see it before it goes, in their language.',
      ],
      silence: [
        'Say nothing',
        'Silence reads like “take it or leave it”. The talk also stays on the list of those who wait.',
      ],
    },
  },
  angry: {
    name: 'an angry message',
    told: '“The third day without my car! Are you all asleep over there?”',
    acts: {
      defend: [
        'It was the supplier',
        'Perhaps true, but it is not yet what they need. First say that you understand, then find out, then explain.',
      ],
      calm: [
        '/say angry',
        'Calm words first, then read all of it, then one clear answer with a time. The anger is not meant for you.',
      ],
      manager: [
        'Hand to the manager',
        'Always all right, and nobody counts it against you. The manager sees the whole talk.',
      ],
      back: [
        'Answer in kind',
        'The desk would hold it and offer a kinder draft: the customer keeps what we write for ever.',
      ],
    },
  },
  shut: {
    name: 'a messenger that is shut',
    told: 'The part is here. The customer wrote last three days ago, in a messenger that takes our free words for 24 hours only. The card says so.',
    acts: {
      repeat: [
        'Send it five times',
        'Not one of them would arrive. The desk holds the first and tells you why.',
      ],
      wait: ['Wait for them', 'They do not know that the part is here. A short notice may always go out.'],
      notice: [
        'Write, send notice',
        'A prepared notice leaves now; your own words follow by themselves as soon as they answer.',
      ],
      call: ['Call them', 'Good, when it is urgent. Note the outcome in the topic with //.'],
    },
  },
  late: {
    name: 'a promise that will not hold',
    told: 'The Octavia was promised by 17:00. It is 16:20, and the part has not come.',
    acts: {
      hope: [
        'Hope for the part',
        'If it does not come, the customer stands at the desk at 17:00. Bad news told early is half as bad.',
      ],
      now: [
        'Write now',
        'Sorry, the reason, the new time: three sentences before the promise breaks. /say delay has the first.',
      ],
      deadline: ['Write at 17:00', 'By then they are on their way. Before the promised time, not after it.'],
      move: ['Only move the time', 'A new time without a reason looks like a trick. Say why, and say sorry.'],
    },
  },
  call: {
    name: 'a call that was asked for',
    told: 'The card says: wants to be called after 17:00. It is 17:05.',
    acts: {
      done: [
        'Tap “Call done”',
        'Then it is off the list, and nobody has called. The button is for afterwards.',
      ],
      tomorrow: [
        'Tomorrow is fine',
        'They were told after 17:00 today. If it cannot be, write that and agree on another time.',
      ],
      write: ['Write instead', 'They asked for a voice. Write only to say that you are about to call.'],
      call: [
        'Call, then “done”',
        'The talk has all they wrote, so that they need not repeat it. “Call done” closes the request, a note keeps the outcome.',
      ],
    },
  },
  spam: {
    name: 'somebody who only disturbs',
    told: 'A stranger sends advertising for the fifth time today. Each time the desk rings.',
    acts: {
      polite: ['Answer politely', 'Once is fine. The fifth time it takes minutes from those who need you.'],
      scold: [
        'Tell them off',
        'They would only write more, and your words stay with them. No answer is also one.',
      ],
      clear: [
        '“No answer needed”',
        'Right for the first one: it clears the list. With the sixth you begin again.',
      ],
      block: [
        'Shut out, say why',
        'Nothing of theirs is passed on any more; the reason is kept, and anybody can let them in again. For a rude customer call the manager first.',
      ],
    },
  },
};
