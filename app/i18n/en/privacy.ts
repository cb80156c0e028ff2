import type { Dictionary } from "../dictionary.ts";
import type { privacy as source } from "../zh-CN/privacy.ts";

/** The page "who sees what". */
export const privacy = {
  title: "Who sees what",
  lede: "What is public, anybody sees. The rest is seen by these roles alone, and only within their own organization.",
  kinds: {
    amounts: {
      what: "Amounts, goods, quantities, values, dates",
      why: "What came in, went out and is left must be open to checking.",
    },
    donors_named: {
      what: "Donors who agreed to be named",
      why: "Each was asked, and may change their mind at any time.",
    },
    donors_unnamed: {
      what: "All other donors' names",
      why: "Public tables say “anonymous”; the public log has a scrambled fingerprint only.",
    },
    sites: { what: "Receiving sites: name, kind, township", why: "So that it is clear where things went." },
    site_contacts: { what: "Sites: address, contact, telephone", why: "Needed to deliver; not public." },
    signer_posts: { what: "The post of whoever signed", why: "In what capacity it was received." },
    signer_names: { what: "The name and signature of whoever signed", why: "Kept as evidence; not public." },
    pins: { what: "The four-digit PIN", why: "Shown to the senders, who tell the site." },
    drivers: {
      what: "Drivers' names, telephones and health papers, plates, passes",
      why: "Needed to plan runs; not public.",
    },
    photos: {
      what: "Photos with parts hidden",
      why: "Faces, doors and papers are covered, and somebody looks before it is public.",
    },
    photos_unredacted: { what: "Photos as taken", why: "Where they were taken is removed on upload." },
    site_words: {
      what: "What sites wrote in their own words",
      why: "It may name people; only sums by item are public.",
    },
    registers: {
      what: "Names, telephones and papers in registers of beneficiaries",
      why: "Encrypted, every reading recorded, destroyed on schedule after the response.",
    },
    staff: { what: "Accounts: name, email or telephone, sign-ins", why: "Needed to manage access." },
    remarks: {
      what: "Internal remarks, how problems were settled",
      why: "They may name people; not public.",
    },
  },
  what: "What",
  public: "Anybody",
  link: "Holder of a link or code",
  linkNote: "The holder of a link or code sees that one site, that one delivery or that one gift.",
  generated:
    "This table is made from the system's own table of permissions: when that changes, so does this.",
  yes: "sees it",
  no: "does not",
  how: "How it is done",
  steps: [
    "Public pages, files and reports read from a set of public views, which have no column for names, telephones, addresses or remarks.",
    "In the public log, what could point to a person is a salted fingerprint. Once the salt is destroyed it says nothing, and every proof still holds.",
    "Names and telephones in registers are encrypted and destroyed on schedule, with a certificate of destruction.",
    "An automatic test enters made-up names, telephones, addresses, papers and plates wherever they can be entered, then searches every public page and file: none may turn up.",
  ],
  ask: (hotline) => `To see, correct or delete what is kept about you, call ${hotline}.`,
  askNoPhone:
    "To see, correct or delete what is kept about you, contact the organization that keeps these books.",
} satisfies Dictionary<typeof source>;
