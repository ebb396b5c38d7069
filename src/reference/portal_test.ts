import assert from "node:assert/strict";
import { portal, sessionName } from "./portal.ts";

/** Kind, partition, region and alias of each form. */
const forms: Readonly<Record<string, string>> = {
  "https://d-1234567890.awsapps.com/start": "portal aws - d-1234567890",
  "https://my-sso-portal.awsapps.com/start": "portal aws - my-sso-portal",
  "https://my-sso-portal.awsapps.com/start-beta": "portal aws - my-sso-portal",
  "https://ssoins-1234567890abcdef.portal.us-east-1.app.aws":
    "portal aws us-east-1 ssoins-1234567890abcdef",
  "https://ssoins-1234567890abcdef.us-west-2.portal.amazonaws.com":
    "portal aws us-west-2 ssoins-1234567890abcdef",
  "https://ssoins-1234567890abcdef.us-gov-west-1.portal.amazonaws.com":
    "portal aws-us-gov us-gov-west-1 ssoins-1234567890abcdef",
  "https://start.us-gov-home.awsapps.com/directory/d-1234567890":
    "portal aws-us-gov - d-1234567890",
  "https://start.us-gov-east-1.us-gov-home.awsapps.com/directory/corp":
    "portal aws-us-gov us-gov-east-1 corp",
  "https://start.home.awsapps.cn/directory/d-1234567890":
    "portal aws-cn - d-1234567890",
  "https://start.cn-north-1.home.awsapps.cn/directory/corp":
    "portal aws-cn cn-north-1 corp",
  "https://ssoins-1234567890abcdef.cn-north-1.portal.amazonaws.com.cn":
    "portal aws-cn cn-north-1 ssoins-1234567890abcdef",
  "https://ssoins-1234567890abcdef.portal.cn-northwest-1.app.amazonwebservices.com.cn":
    "portal aws-cn cn-northwest-1 ssoins-1234567890abcdef",
  "https://ssoins-1234567890abcdef.eusc-de-east-1.portal.amazonaws.eu":
    "portal aws-eusc eusc-de-east-1 ssoins-1234567890abcdef",
  "https://ssoins-1234567890abcdef.portal.eusc-de-east-1.api.amazonwebservices.eu":
    "portal aws-eusc eusc-de-east-1 ssoins-1234567890abcdef",
  "https://identitycenter.amazonaws.com/ssoins-1234567890abcdef":
    "issuer aws - ssoins-1234567890abcdef",
  "https://identitycenter.amazonaws.com.cn/ssoins-1234567890abcdef":
    "issuer aws-cn - ssoins-1234567890abcdef",
  "https://identitycenter.us-gov.amazonaws.com/ssoins-1234567890abcdef":
    "issuer aws-us-gov - ssoins-1234567890abcdef",
  "https://identitycenter.amazonaws.eu/ssoins-1234567890abcdef":
    "issuer aws-eusc - ssoins-1234567890abcdef",
  "https://view.awsapps.com/start": "builder-id aws - -",
  "https://myapps.microsoft.com/signin/x": "idp - - -",
  "https://login.microsoftonline.com/x": "idp - - -",
  "https://corp.okta.com/home": "idp - - -",
  "https://accounts.google.com/o/saml2": "idp - - -",
  "https://sts.example.com/adfs/ls/IdpInitiatedSignOn.aspx": "idp - - -",
  "https://signin.aws.amazon.com/saml": "console - - -",
  "https://123456789012.signin.aws.amazon.com/console": "console - - -",
  "https://us-east-1.console.aws.amazon.com/": "console - - -",
  "https://sso.example.com/start": "other - - -",
  "https://awsapps.com.evil.example/start": "other - - -",
  "http://corp.awsapps.com/start": "portal aws - corp",
  "corp.awsapps.com/start": "not-a-url - - -",
  "https://<alias>.awsapps.com/start": "not-a-url - - -",
  "https://corp.awsapps.com/start # ours": "not-a-url - - -",
  "": "not-a-url - - -",
};

Deno.test("portal() knows every form of start and issuer URL, and what is mistaken for one", () => {
  for (const [url, wanted] of Object.entries(forms)) {
    const { kind, partition = "-", region = "-", alias = "-" } = portal(url);
    assert.equal(`${kind} ${partition} ${region} ${alias}`, wanted, url);
  }
});

Deno.test("portal() makes two spellings of one portal equal", () => {
  for (
    const end of ["", "/", "#", "#/", "/#", "/#/", " #", "\\#", "\\#/", "/\\#/"]
  ) {
    const url = `https://Corp.AWSapps.com/start${end}`;
    assert.equal(portal(url).canonical, "https://corp.awsapps.com/start", url);
    assert.equal(portal(url).host, "corp.awsapps.com");
  }
  assert.equal(
    portal("https://corp.awsapps.com:443/start").canonical,
    "https://corp.awsapps.com/start",
  );
  assert.notEqual(
    portal("https://corp.awsapps.com/start-beta").canonical,
    portal("https://corp.awsapps.com/start").canonical,
  );
  assert.notEqual(
    portal("https://start.us-gov-home.awsapps.com/directory/A").canonical,
    portal("https://start.us-gov-home.awsapps.com/directory/B").canonical,
  );
});

Deno.test("portal() leaves out what the URL does not tell", () => {
  assert.deepEqual(portal("https://sso.example.com/start"), {
    kind: "other",
    host: "sso.example.com",
    canonical: "https://sso.example.com/start",
  });
  assert.deepEqual(
    portal("https://user:word@sso.example.com/").host,
    "sso.example.com",
  );
});

Deno.test("sessionName() names a session after its portal", () => {
  for (
    const [url, name] of [
      ["https://my-sso-portal.awsapps.com/start", "my-sso-portal"],
      ["https://d-1234567890.awsapps.com/start#/", "d-1234567890"],
      [
        "https://ssoins-1234567890abcdef.portal.us-east-1.app.aws",
        "ssoins-1234567890abcdef",
      ],
      [
        "https://identitycenter.amazonaws.com/ssoins-1234567890abcdef",
        "ssoins-1234567890abcdef",
      ],
      ["https://start.us-gov-home.awsapps.com/directory/corp", "corp"],
      ["https://view.awsapps.com/start", "builder-id"],
      ["https://sso.example.com/start", "sso-example-com"],
      ["https://default.awsapps.com/start", "sso"],
      ["nonsense", "sso"],
    ]
  ) assert.equal(sessionName(url), name);
});
