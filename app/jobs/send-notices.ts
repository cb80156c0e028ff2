import { type Say, sendNotices } from "#app/domain/notices/send.server.ts";
import { pageOfSubject } from "#app/domain/notices/subject.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { settings } from "#app/settings.server.ts";

/** The group chats are Chinese; the address of the page stands below each sentence. */
const say: Say = ({ kind, detail, subjectKind, subjectId }) => {
  const page = pageOfSubject(subjectKind, subjectId);
  const sentence = messagesFor("zh-CN").notices.sentences[kind](detail);
  return page === null ? sentence : `${sentence}\n${settings().publicUrl}${page}`;
};

/** What the desk was told goes on to the organizations' group chats. */
export const sendWaitingNotices = (): Promise<void> => sendNotices(say, settings().webhookOrigins);
