import type { GroupTexts } from '../../dictionary.ts';
import { lines } from '../../lines.ts';
import { excerpt, shorten } from '../../shorten.ts';

export const relay: GroupTexts<'relay'> = {
  relayCorrection: ({ text }) => `Correction: ${text}`,
  relayRetracted: ({ text }) =>
    text === ''
      ? 'Please disregard the file I sent you earlier.'
      : `Please disregard my message “${excerpt(text, 100)}”.`,
  relaySign: ({ name }, f) => f.person(name),
  relaySignCorrection: ({ name }, f) => `${f.person(name)}, correction`,

  relayStranger: ({ name, id }) =>
    `${excerpt(name, 60) || 'This person'} (${id}) is not on the list of advisors, so nothing was sent to the customer. A manager can change that.`,
  relayHidden: () =>
    'Nothing was sent: this was written in the name of the group, so I can’t see who it was. In the group’s administrator settings, turn “Remain anonymous” off for yourself and write again.',
  relayNobodysTopic: () =>
    'This topic belongs to no customer, so nothing was sent. Each customer has a topic of their own, with a pinned card.',
  relayUnsupported: () => 'This can’t be passed on, so nothing was sent. Words, pictures and files can.',
  relayNoMessenger: ({ name, phone }) =>
    `${excerpt(name, 60) || 'This customer'} writes from no messenger, so nothing was sent.${phone === '' ? '' : ` You can call: ${phone}`}`,
  relayShutOut: ({ by }, f) =>
    `${f.person(by)} has shut this customer out: nothing goes to them until they are let in again.`,

  relayHeldOwner: ({ owner }, f) =>
    `${f.person(owner)} has this talk, so your message waits here. Send it anyway?`,
  relayHeldCalm: ({ why }) => `${sharp[why]} It has not been sent. Perhaps like this:`,
  relayHeldWindow: ({ until, phone }, f) =>
    lines(
      `Not sent yet: since ${f.dayTime(until)} their messenger takes only a short notice from us. Send it, and your words follow as soon as they answer.`,
      phone !== '' && `Or call: ${phone}`,
    ),
  relayHeldSent: () => 'It is on its way.',
  relayHeldDropped: () => 'It stays here; the customer sees nothing of it.',
  relayHeldExpired: () => 'This was held for too long. If it still holds, please write it again.',
  relaySentAlready: () => 'It was sent already.',
  relayOnlyWriter: ({ name }, f) => `Only ${f.person(name)}, who wrote it, can send it.`,
  relayAgain: () => 'Sending it once more.',
  relayNoOtherWay: () => 'This customer writes from this messenger only.',

  relayEditNotSent: () =>
    'This message was not sent, and changing it sends nothing. To answer, write a new one.',
  relayStaysSent: () =>
    'What you had sent stays with the customer as it was. To take it back, answer your message with /undo.',
  relayUndone: ({ how }) => undone[how],
  relayUndoHow: () => 'Answer the message that you want to take back with /undo.',
  relayUndoNothing: () => 'That message was not sent to the customer, so there is nothing to take back.',

  relayTaken: () => 'It is yours. The bot stays silent.',
  relayTakenBy: ({ owner }, f) => `${f.person(owner)} has it.`,
  relayNobodys: () => 'Nobody has it.',
  relayReleased: () => 'Released: any colleague can take it.',
  relayHandToWhom: () => 'Who takes over?',
  relayHandedOver: ({ from, to, waits }, f) =>
    `${f.person(from)} hands this over to ${f.person(to)}.${waits ? ' The customer is waiting for an answer.' : ''}`,
  relayHanded: ({ to }, f) => `${f.person(to)} has it now.`,
  relayNobodyNamed: ({ name }) => `I know no colleague called “${excerpt(name, 40)}”.`,
  relayNoColleague: () => 'There is nobody else on the list.',
  relayStillWaits: () => 'They still wait for an answer: give one, or say that none is needed.',
  relayBotHasIt: () => 'The bot is answering already.',
  relayGivenBack: () => 'The bot answers again.',
  relayNoAnswer: () => 'Off the list: no answer needed.',
  relayNobodyWaits: () => 'Nobody is waiting here.',
  relayCallDone: () => 'Noted: you have spoken.',
  relayNoCall: () => 'No call was asked for.',
  relayShutOutWhy: () => 'Nothing of theirs will be answered or passed on. What is the reason?',
  relayShutOutNow: ({ by, reason }, f) =>
    `${f.person(by)} has shut this customer out (${reasons[reason]}). Nothing of theirs is answered or passed on.`,
  relayNotShutOut: () => 'They are not shut out.',
  relayLetIn: ({ by }, f) => `${f.person(by)} has let this customer in again.`,
  relayMore: () => 'What else?',

  relayOpenNone: () => 'Nobody is waiting for an answer.',
  relayOpenHead: ({ count }, f) =>
    f.plural(count, {
      one: '# person is waiting for an answer',
      other: '# people are waiting for an answer',
    }),
  relayOpenLine: ({ who, minutes, owner, by }, f) =>
    lines(
      `${who || 'Somebody'}: ${f.duration(minutes)}`,
      [
        owner === null ? 'nobody has it' : `with ${f.person(owner)}`,
        by !== null && `promised ${f.deadline(by)}`,
      ]
        .filter(Boolean)
        .join(', '),
    ),

  relayJoined: ({ name, id, managers, kind }, f) =>
    `${named(managers, f.person)}${excerpt(name, 60) || 'Somebody'} (${id}) has joined the group. ${joined[kind]}`,
  relayLeft: ({ name, id, managers, kind }, f) =>
    `${named(managers, f.person)}${excerpt(name, 60) || 'Somebody'} (${id}) has left the group.${kind === 'listed' ? ' They are still on the list of advisors.' : ''}`,
  relayRosterHead: () => 'Who may act here',
  relayRosterLine: ({ advisor, role, id, anyway }, f) =>
    [
      f.person(advisor),
      roles[role],
      id,
      anyway > 0 &&
        f.plural(anyway, { one: 'sent # held answer anyway', other: 'sent # held answers anyway' }),
    ]
      .filter(Boolean)
      .join(' · '),
  relayRosterHow: () =>
    'To add somebody: /advisors add and their numeric id and name, or the button when they join or write here.',
  relayManagersOnly: () => 'Only a manager can change the list.',
  relayAdded: ({ name }, f) => `${f.person(name)} may act here from now on.`,
  relayListedAlready: () => 'They are on the list already.',
  relayRemoved: ({ name }, f) => `${f.person(name)} may not act here any more.`,
  relayNotYourself: () => 'You can’t take yourself off the list; another manager can.',
  relayNotListedId: ({ id }) => `${id} may not act here.`,
  relayNotListed: () => 'Only advisors on the list can use these buttons.',

  relayLanguageAsk: ({ name }, f) => `${f.person(name)}, in which language shall the desk speak to you?`,
  relayLanguageSet: ({ name }, f) => `Done, ${f.person(name)}: the desk speaks English to you.`,

  relayGone: () => 'This button is of another time. The newest ones are on the pinned card.',
  relayInTopic: () => 'This works in a customer’s topic.',
  relayUnknownCommand: ({ name, near }) =>
    `There is no command /${excerpt(name, 40)}, and nothing was sent.${near === '' ? '' : ` Did you mean /${near}?`} /help shows what there is.`,
  relayHelp: () =>
    lines(
      'What you write in a customer’s topic goes to them, signed with your name.',
      'A note for colleagues begins with //, or answers the pinned card.',
      'To take a message back, answer it with /undo.',
      'A mark on your message shows how far it got:',
    ),
  relayHelpMark: ({ mark }) => marks[mark],
  relayHelpCommands: () =>
    lines(
      '/open: who is waiting. /advisors: who may act. /language: yours.',
      'In a topic: /note, /take, /release, /hand, /give back to the bot, /done when no answer is needed, /say for ready answers.',
      'The calendar: /day, /book, /move, /cancel, /walkin, /block, /away, /closed.',
      'Practice: /playbook.',
    ),

  relayLabelSend: () => 'Send anyway',
  relayLabelDraft: () => 'Send this instead',
  relayLabelDrop: () => 'Don’t send',
  relayLabelNotice: () => 'Send the notice',
  relayLabelLetAct: () => 'Add to advisors',
  relayLabelRemove: ({ advisor }, f) => shorten(`✕ ${f.person(advisor)}`, 20),
  relayLabelPerson: ({ advisor }, f) => shorten(f.person(advisor), 20),
  relayLabelAbuse: () => 'Abuse',
  relayLabelSpam: () => 'Spam',
  relayLabelOther: () => 'Another reason',
  relayLabelHistory: () => 'The whole talk',
};

const sharp = {
  insult: 'This may hurt.',
  shouting: 'This reads as shouting.',
  sarcasm: 'This may sound sarcastic.',
  blame: 'This may sound like a reproach.',
} as const;

const undone = {
  kept: 'Taken back: it had not left yet.',
  deleted: 'Taken back: it is deleted at the customer’s.',
  corrected: 'It can’t be deleted there any more, so the customer is asked to disregard it.',
  before: 'That one was taken back before.',
} as const;

const reasons = { abuse: 'abuse', spam: 'spam', other: 'another reason' } as const;
const roles = { advisor: 'advisor', manager: 'manager' } as const;
const joined = {
  stranger: 'What they write is not sent to customers until they are on the list.',
  listed: 'They are on the list of advisors.',
  bot: 'It is a bot: what it writes is never sent to customers.',
} as const;

/** Called by name, so that they look here. */
function named(managers: readonly string[], person: (advisor: string) => string): string {
  return managers.length === 0 ? '' : `${managers.map(person).join(', ')}: `;
}

const marks = {
  sent: '👌 sent',
  delivered: '👍 delivered',
  read: '👀 read',
  failed: '💔 not delivered; the topic says why',
};
