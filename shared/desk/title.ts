export { titleOf } from '#shared/domain/topic-title.ts';
