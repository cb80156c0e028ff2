import type { CampaignKind, DeadlineRule } from "#db/vocabulary";
import { addDays, addMonths, type Calendar } from "./calendar.ts";
import { dueOf } from "./due.ts";
import { rules } from "./rules.ts";

/** What an organization's clocks are worked out from. Civil dates; null: not yet. */
export interface Facts {
  organizationId: string;
  campaigns: readonly CampaignFacts[];
  publications: readonly { id: string; on: string; periodTo: string; campaignId: string | null }[];
  pledges: readonly { id: string; dueOn: string; doneOn: string | null; giftId: string | null }[];
  questions: readonly { id: string; askedOn: string; answeredOn: string | null }[];
  /** Responses whose people's data it keeps. */
  responses: readonly {
    id: string;
    endsOn: string | null;
    destroyedOn: string | null;
    destructionId: string | null;
  }[];
  /** What somebody marked as done by hand, because it was published elsewhere. */
  byHand: readonly { rule: DeadlineRule; subjectId: string; startsOn: string; on: string }[];
}

export interface CampaignFacts {
  id: string;
  kind: CampaignKind;
  startsOn: string;
  endsOn: string | null;
  emergency: boolean;
  emergencyEndsOn: string | null;
  filedOn: string | null;
  surplus: boolean;
}

/** One clock: what it is about, from when to when, and what satisfied it. */
export interface Deadline {
  rule: DeadlineRule;
  subjectId: string;
  startsOn: string;
  dueOn: string;
  yearsMissing: number[];
  satisfiedOn: string | null;
  satisfiedBy: string | null;
}

/** Every clock of an organization that runs on `today` or has run, those that start again included. Pure. */
export function deadlinesOf(facts: Facts, today: string, calendar: Calendar): Deadline[] {
  const clock = (rule: DeadlineRule, subjectId: string, startsOn: string, done: Done | null): Deadline => {
    const byHand = facts.byHand.find(
      (mark) => mark.rule === rule && mark.subjectId === subjectId && mark.startsOn === startsOn,
    );
    const first = byHand && (done === null || byHand.on <= done.on) ? { on: byHand.on, by: null } : done;
    return {
      rule,
      subjectId,
      startsOn,
      ...dueOf(rule, startsOn, calendar),
      satisfiedOn: first?.on ?? null,
      satisfiedBy: first?.by ?? null,
    };
  };

  /** Starts again on the day it was satisfied, until what it is for is over. */
  const chain = (
    rule: DeadlineRule,
    subjectId: string,
    from: string,
    until: string | null,
    satisfied: (startsOn: string) => Done | null,
  ): Deadline[] => {
    const links: Deadline[] = [];
    for (let startsOn = from; startsOn <= today;) {
      if (until !== null && startsOn >= until) break;
      const link = clock(rule, subjectId, startsOn, satisfied(startsOn));
      links.push(link);
      if (link.satisfiedOn === null || !rules[rule].repeats) break;
      startsOn = link.satisfiedOn > startsOn ? link.satisfiedOn : addDays(startsOn, 1);
    }
    return links;
  };

  const publishedAfter = (campaign: CampaignFacts, startsOn: string, covering = ""): Done | null => {
    const found = facts.publications
      .filter(({ campaignId, on, periodTo }) => {
        const isItsOwn = campaignId === null || campaignId === campaign.id;
        return isItsOwn && on > startsOn && periodTo >= covering;
      })
      .sort((a, b) => (a.on < b.on ? -1 : 1))[0];
    return found ? { on: found.on, by: found.id } : null;
  };

  const ofCampaign = (campaign: CampaignFacts): Deadline[] => {
    const { id, kind, startsOn, endsOn, emergency, emergencyEndsOn, filedOn, surplus } = campaign;
    const isCampaign = kind === "campaign";
    const after = (start: string) => publishedAfter(campaign, start);
    const isLong = endsOn === null || endsOn > addMonths(startsOn, 6);
    return [
      ...(isCampaign && emergency
        ? [
            ...chain("emergency_receipts_5_days", id, startsOn, emergencyEndsOn ?? endsOn, after),
            clock(
              "emergency_filing_10_days",
              id,
              startsOn,
              filedOn === null ? null : { on: filedOn, by: id },
            ),
          ]
        : []),
      ...(isLong
        ? chain(
            isCampaign ? "campaign_every_3_months" : "project_every_3_months",
            id,
            startsOn,
            endsOn,
            after,
          )
        : []),
      ...(endsOn !== null && endsOn <= today
        ? [
            clock(
              isCampaign ? "campaign_end_3_months" : "project_end_3_months",
              id,
              endsOn,
              publishedAfter(campaign, endsOn, endsOn),
            ),
            ...(surplus && !isCampaign ? [clock("surplus_3_months", id, endsOn, null)] : []),
          ]
        : []),
    ];
  };

  return [
    ...facts.campaigns.filter(({ startsOn }) => startsOn <= today).flatMap(ofCampaign),
    ...annualStarts(facts, today).map((yearEnd) =>
      clock("annual_report_31_may", facts.organizationId, yearEnd, null),
    ),
    ...facts.pledges.map(({ id, dueOn, doneOn, giftId }) =>
      clock("pledge_due", id, dueOn, doneOn === null ? null : { on: doneOn, by: giftId ?? id }),
    ),
    ...facts.questions.map(({ id, askedOn, answeredOn }) =>
      clock("donor_reply_10_workdays", id, askedOn, answeredOn === null ? null : { on: answeredOn, by: id }),
    ),
    ...facts.responses.flatMap(({ id, endsOn, destroyedOn, destructionId }) =>
      endsOn === null
        ? []
        : [
            clock(
              "personal_data_destroyed",
              id,
              endsOn,
              destroyedOn === null ? null : { on: destroyedOn, by: destructionId },
            ),
          ],
    ),
  ];
}

interface Done {
  on: string;
  by: string | null;
}

/** The ends of the years in which it ran something: each asks for a report by the next 31 May. */
function annualStarts({ campaigns }: Facts, today: string): string[] {
  const first = campaigns.map(({ startsOn }) => Number(startsOn.slice(0, 4))).sort((a, b) => a - b)[0];
  if (first === undefined) return [];
  const thisYear = Number(today.slice(0, 4));
  return Array.from({ length: thisYear - first }, (_, i) => `${first + i}-12-31`);
}
