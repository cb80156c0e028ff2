import type { Locale } from "#db/vocabulary";
import type { Messages } from "#app/i18n/messages.ts";

/** What the script of the door page says, in one language: `{1}` and `{2}` stand where the particulars go. */
export function doorWords({ common, door, receipt, fields }: Messages, locale: Locale) {
  const { sent, good } = receipt.sum;
  return {
    locale,
    full: door.full,
    sending: door.sending,
    keptSending: door.keptSending,
    keptAll: door.keptAll,
    keptCount: door.keptCount("{1}"),
    waiting: door.waiting("{1}", "{2}"),
    photosWaiting: door.photosWaiting("{1}"),
    refused: door.refused("{1}"),
    photo: door.photo,
    ages: [door.now, door.minutes("{1}"), door.hours("{1}"), door.days("{1}")],
    again: door.again,
    change: door.change,
    drop: door.drop,
    carryBroken: door.carryBroken,
    tooLongToCarry: door.tooLongToCarry,
    notSigned: receipt.notSigned,
    problem: common.form.problem("{1}", "{2}"),
    photoWanted: receipt.photoWanted,
    sum: { sent, good, ...receipt.kinds },
    fields: {
      required: fields.required,
      wrong_pin: fields.wrong_pin,
      bad_pin: fields.bad_pin,
      bad_phone_end: fields.bad_phone_end,
      bad_code: fields.bad_code,
      not_a_number: fields.not_a_number,
      not_positive: fields.not_positive,
      not_whole: fields.not_whole,
      too_large: fields.too_large,
      more_than_sent: fields.more_than_sent,
      how_many_wrong: fields.how_many_wrong,
      more_damaged_than_sent: fields.more_damaged_than_sent,
    } as Record<string, string>,
  };
}

export type DoorWords = ReturnType<typeof doorWords>;
