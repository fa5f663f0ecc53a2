import { addressKey } from '#shared/domain/address.ts';
import type { Customer } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { caseItem, waiterItem, waiterKey } from './case.ts';
import { codeItem, codeKey } from './code.ts';
import type { Step } from './commit.ts';
import { pointerItem, residentKey } from './conversation.ts';
import { counterpartItem } from './counterpart.ts';
import { customerItem } from './customer.ts';
import { dayItem } from './day.ts';
import { feedItem, feedLink } from './feed.ts';
import { createdUpdate, groupMovedUpdate, groupTroubleUpdate, rosterItem } from './group.ts';
import { happenedItem } from './happened.ts';
import { agreementItem, consentItem, overItem, requestItem } from './ledger.ts';
import { linkItem } from './link.ts';
import { numberItem, numberKey } from './number.ts';
import { agreedItem, orderItem } from './order.ts';
import { undeliveredUpdate, withdrawnUpdate } from './progress.ts';
import { answersItem, repliesItem } from './replies.ts';
import { fileItem, reportItem } from './report.ts';
import { reachableUpdate, shutUpdate } from './sender.ts';
import type { Table } from './table.ts';
import { timerItem, timerKey } from './timer.ts';
import { tombstoneItem } from './tombstone.ts';
import { topicMadeUpdate, topicOwnerItem } from './topic.ts';
import { visitOwnerItem } from './visit-owner.ts';
import { waitlistItem } from './waitlist.ts';
import { type Action, absent, present, put, putVersion, update } from './write.ts';

/** The writes of what a step changes, each item once. */
export function changeActions(table: Table, step: Step): readonly Action[] {
  return fold(step).flatMap((change) => [actionOf(table, change, step), ...alongside(table, change, step)]);
}

/** What is written beside a change: a booking is found by its visit, a topic that was made is known by both its ends. */
function alongside(table: Table, change: Change, step: Step): readonly Action[] {
  if (change.kind === 'agreement' && change.agreed === 'booked')
    return [put(table, visitOwnerItem(change.visit.id, change.customer ?? step.customer))];
  if (change.kind === 'feed') return [feedLinkPut(table, change, step)];
  if (change.kind === 'buried' && change.blank) {
    const { conversation, read } = change.blank;
    return [putVersion(table, { ...residentKey(change.address), ...conversation }, read)];
  }
  if (change.kind !== 'topicMade') return [];
  const given = { ...createdUpdate, ConditionExpression: 'attribute_exists(creating)' };
  return [put(table, topicOwnerItem(change.chat, change.thread, change.owner)), update(table, given)];
}

/** A transaction may name an item once: of several changes of one customer, day or timer, the last one counts. */
function fold({ changes, home, inbound }: Step): readonly Change[] {
  const here = addressKey(home);
  const folded = new Map<string, Change>();
  for (const [index, change] of [...firedElsewhere(inbound, here), ...changes].entries())
    folded.set(identity(change, here, index), change);
  return [...folded.values()];
}

/** A timer that fell due at an address from which the conversation has moved is used up there. */
function firedElsewhere({ event, address }: Inbound, home: string): readonly Change[] {
  const chat = addressKey(address);
  return event.kind === 'timer' && chat !== home
    ? [{ kind: 'timer', key: event.key, dueAt: null, data: null, chat }]
    : [];
}

function identity(change: Change, home: string, index: number): string {
  switch (change.kind) {
    case 'customer':
      return `customer ${change.customer.id}`;
    case 'moved':
      return `at ${change.from}`;
    case 'number':
      return `number ${change.number}`;
    case 'code':
      return `code ${change.digits}`;
    case 'link':
      return `link ${change.token}`;
    case 'feed':
      return 'feed';
    case 'reachable':
    case 'unreachable':
    case 'windowShut':
      return 'sender';
    case 'undelivered':
      return `row ${change.row}`;
    case 'case':
      return `case ${change.case.customer}`;
    case 'waiter':
      return `waiter ${change.customer}`;
    case 'passed':
      return `passed ${change.at} ${change.messageId}`;
    case 'withdrawn':
      return `row ${change.destination} ${change.row}`;
    case 'topicMade':
      return `topic ${change.owner.customer}`;
    case 'buried':
      return `buried ${change.address}`;
    case 'roster':
      return 'roster';
    case 'groupMoved':
    case 'groupTrouble':
      return 'group';
    case 'day':
      return `day ${change.day.date}`;
    case 'waitlist':
    case 'answers':
      return change.kind;
    case 'replies':
      return `replies ${change.bucket}`;
    case 'timer':
      return `timer ${change.chat || home} ${change.key}`;
    case 'order':
      return `order ${change.order.of} ${change.order.ref}`;
    case 'report':
      return `report ${change.report.id}`;
    case 'file':
      return `file ${change.file.address} ${change.file.messageId}`;
    case 'happened':
      return `happened ${change.date} ${change.name}`;
    case 'over':
      return `over ${change.customer} ${change.visit.id}`;
    case 'agreement':
    case 'agreed':
    case 'consent':
    case 'request':
      return `${change.kind} ${index}`;
  }
}

function actionOf(table: Table, change: Change, step: Step): Action {
  const { inbound, customer, now } = step;
  const home = addressKey(step.home);
  const shown = {
    language: step.rows[0]?.language ?? step.conversation?.language ?? 'en',
    inbound: inbound.id,
  };
  switch (change.kind) {
    case 'customer':
      return putVersion(
        table,
        customerItem(change.customer),
        change.read ?? customerRead(step, change.customer),
      );
    case 'day':
      return putVersion(table, dayItem(change.day));
    case 'waitlist':
      return putVersion(table, waitlistItem(change.list));
    case 'replies':
      return putVersion(table, repliesItem(change.bucket, change.replies));
    case 'answers':
      return putVersion(table, answersItem(change.answers));
    case 'agreement':
      return put(table, agreementItem(change.customer ?? customer, change, shown, now), absent);
    case 'over':
      return put(table, overItem(change, now));
    case 'consent':
      return put(table, consentItem(customer, change, shown, now));
    case 'happened':
      return put(table, happenedItem(change, now));
    case 'request':
      return put(table, requestItem(change.request));
    case 'order':
      return putVersion(table, orderItem(change.order));
    case 'agreed':
      return put(table, agreedItem(change.agreement), absent);
    case 'report':
      return put(table, reportItem(customer, change.report));
    case 'file':
      return put(table, fileItem(customer, change.file));
    case 'timer':
      return change.dueAt === null
        ? { Delete: { TableName: table.name, Key: timerKey(change.chat || home, change.key) } }
        : put(table, timerItem(change.chat || home, change.key, change.dueAt, change.data));
    case 'moved': {
      const { from, left, read } = change;
      return putVersion(table, pointerItem(from, { version: read, movedTo: home, left }));
    }
    case 'number':
      return numberAction(table, change);
    case 'code':
      return change.made === 'used'
        ? { Delete: { TableName: table.name, Key: codeKey(change.digits), ConditionExpression: present } }
        : put(table, codeItem(change.digits, change.made), absent);
    case 'link': {
      const { to, until } = change;
      const link = { customer, to, language: shown.language };
      return put(table, linkItem(change.token, link, Math.floor(until / 1000)));
    }
    case 'feed':
      return putVersion(table, feedItem(change.feed, change.token));
    case 'reachable':
      return update(table, reachableUpdate(home, true));
    case 'unreachable':
      return update(table, reachableUpdate(addressKey(inbound.address), false));
    case 'windowShut':
      return update(table, shutUpdate(addressKey(inbound.address), change.until));
    case 'case':
      return putVersion(table, caseItem(change.case));
    case 'waiter':
      return change.waiter === null
        ? { Delete: { TableName: table.name, Key: waiterKey(change.customer) } }
        : put(table, waiterItem(change.waiter));
    case 'passed': {
      const { at, messageId, to, row } = change;
      return put(table, counterpartItem(at, messageId, { how: 'passed', destination: to, row }, now));
    }
    case 'withdrawn':
      return update(table, withdrawnUpdate(change.destination, change.row, now));
    case 'buried':
      return put(table, tombstoneItem(change.address, { ...change.erased, version: change.version }));
    case 'roster':
      return putVersion(table, rosterItem(change.roster));
    case 'topicMade':
      return update(table, topicMadeUpdate(change.owner.customer, change));
    case 'groupMoved':
      return update(table, groupMovedUpdate(change.to));
    case 'groupTrouble':
      return update(table, groupTroubleUpdate(change.trouble));
    case 'undelivered':
      return update(
        table,
        undeliveredUpdate(addressKey(inbound.address), change.row, change.part, change.why),
      );
  }
}

function feedLinkPut(
  table: Table,
  { token }: Extract<Change, { kind: 'feed' }>,
  { rows, now }: Step,
): Action {
  return put(table, feedLink(token, rows[0]?.language ?? 'en', now));
}

function customerRead({ customer, read }: Step, { id, version }: Customer): number {
  return id === customer ? read.customer : version;
}

function numberAction(table: Table, change: Extract<Change, { kind: 'number' }>): Action {
  const { number, claim, read } = change;
  if (claim) return putVersion(table, numberItem(number, { ...claim, version: read }));
  const unchanged = { ConditionExpression: 'version = :read', ExpressionAttributeValues: { ':read': read } };
  return { Delete: { TableName: table.name, Key: numberKey(number), ...unchanged } };
}
