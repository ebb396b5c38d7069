import type { Command, Flag } from "./flags.ts";

const help: Flag = {
  name: "help",
  short: "h",
  summary: "Show this help",
  heading: "Other",
};

const json: Flag = {
  name: "json",
  summary: "Write the result as JSON",
  heading: "Output",
};

/** `awscfg login` */
export const loginEntry: Command = {
  name: "login",
  summary: "Sign in, and verify that every profile works",
  operands: "[NAME…]",
  about:
    "NAME is an sso-session or a profile; without NAME it is the only session there is, or the one " +
    "that you choose. Status: 0 signed in and every profile works, 1 some profile fails, 2 not " +
    "signed in.",
  flags: [
    { name: "all", summary: "Every session", heading: "Sign-in" },
    {
      name: "check",
      summary:
        "Open no browser; the status says whether all is signed in and works",
      heading: "Sign-in",
    },
    {
      name: "force",
      summary: "Sign in anew, even with a token that is good",
      heading: "Sign-in",
    },
    {
      name: "new-session",
      summary: "Sign out on the server first, for a full new period",
      heading: "Sign-in",
    },
    {
      name: "device-code",
      summary: "Sign in with a code that any machine's browser confirms",
      heading: "Sign-in",
    },
    {
      name: "no-browser",
      summary: "Print the address, and open no browser",
      heading: "Sign-in",
    },
    {
      name: "no-verify",
      summary: "Do not try the profiles",
      heading: "Sign-in",
    },
    json,
    help,
  ],
};

/** `awscfg logout` */
export const logoutEntry: Command = {
  name: "logout",
  summary: "End a session, on the server and here",
  operands: "[NAME…]",
  about:
    "NAME is an sso-session or a profile; without NAME it is the only session that is signed in, " +
    "or the one that you choose. Other sessions stay signed in.",
  flags: [
    { name: "all", summary: "Every session of the files", heading: "Sign-out" },
    json,
    help,
  ],
};

/** `awscfg status` */
export const statusEntry: Command = {
  name: "status",
  summary: "Show sessions, the time left, and who uses them",
  operands: "[NAME…]",
  about: "",
  flags: [
    {
      name: "verify",
      summary: "Try every profile too; the status is that of login --check",
      heading: "Sign-in",
    },
    json,
    help,
  ],
};
