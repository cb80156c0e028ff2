/** Where the links of the layouts lead. */
export const paths = {
  home: "/",
  reports: "/reports",
  lookUp: "/find",
  data: "/data",
  privacy: "/privacy",
  signIn: "/sign-in",
  signOut: "/sign-out",
  desk: "/desk",
};
