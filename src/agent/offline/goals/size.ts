import type { SizeAdvice, SizeReason } from '../../../contracts/size-advice.ts';
import type { Texts } from '../../texts.ts';
import { call, type Goal, type GoalRoom, type Reply } from '../goal.ts';
import { measuresIn } from '../measures.ts';
import type { Wish } from '../wish.ts';
import { anchorWish, choosePiece } from './choose.ts';
import { failureReply } from './failure.ts';

export function* findSize(wish: Wish, room: GoalRoom): Goal {
  const { texts, state } = room;
  const piece = yield* choosePiece(anchorWish(wish, room), room, true);
  if (!piece.ok) return piece.reply;
  const { handle } = piece.value;
  if (handle === undefined) return { text: texts.t('ask.whichPiece'), asks: true };
  const found = yield* call('find_size', { handle, colour: wish.colour, ...measuresSaid(state) });
  return found.ok ? advice(found.value, texts) : failureReply(found.failure, texts);
}

/** In these words, or in those that were answered with a question about the piece. */
function measuresSaid({ utterance, history }: GoalRoom['state']): ReturnType<typeof measuresIn> {
  const now = measuresIn(utterance);
  const before = history.findLast(({ role }) => role === 'shopper')?.text ?? '';
  return Object.keys(now).length > 0 ? now : measuresIn(before);
}

/** The size, how sure it is and why, whether it is here, and what would tell more. */
function advice({ title, size, sure, reasons, missing, figures }: SizeAdvice, texts: Texts): Reply {
  const { t } = texts;
  const why = reasons.map((reason) => reasonText(reason, texts));
  const measures = texts.list(missing.map((of) => t(`size.measure.${of}`)));
  if (size === null) {
    if (why.length > 0) return { text: [t('size.noneFits', { title }), ...why].join(' ') };
    return missing.length > 0
      ? { text: t('size.askMeasures', { title, measures }), asks: true }
      : { text: t('size.unknown', { title }) };
  }
  const here = figures.some((row) => row.size === size && row.available > 0);
  const more = sure !== 'very' && missing.length > 0 ? [t('size.more', { measures })] : [];
  return {
    text: [
      t(`size.sure.${sure}`, { title, size }),
      ...why,
      t(here ? 'size.here' : 'size.notHere', { size }),
      ...more,
    ].join(' '),
    suggestions: here ? [t('wishes.reserve'), t('wishes.add')] : [t('wishes.nearby'), t('wishes.sizes')],
  };
}

function reasonText(reason: SizeReason, { t }: Texts): string {
  if (reason.kind === 'outside') {
    return t(`size.reason.${reason.end}`, { of: t(`size.measure.${reason.of}`) });
  }
  const of = 'of' in reason ? t(`size.measure.${reason.of}`) : '';
  return t(`size.reason.${reason.kind}`, { ...reason, of });
}
