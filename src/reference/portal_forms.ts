/**
 * What a start URL leads to. `other` is a host of nobody known: since AWS CLI 2.35 such a vanity
 * URL is followed to the portal, so it is not certainly wrong.
 */
export type PortalKind =
  | "portal"
  | "issuer"
  | "builder-id"
  | "idp"
  | "console"
  | "other"
  | "not-a-url";

/** A form of URL: host and path, in which groups may name alias and region. */
export interface PortalForm {
  readonly kind: PortalKind;
  readonly url: RegExp;
  /** Where the region of the host does not tell it. */
  readonly partition?: string;
}

/**
 * Every form that a start or issuer URL may have, and those that are mistaken for one.
 *
 * Sources: aws-cli awscli/customizations/sso/resolve.py, aws-sdk-net SSOEndpointResolver,
 * aws-toolkit-jetbrains SsoUrlIdentifierTest, the Identity Center guide for GovCloud. The first
 * that fits counts.
 */
export const portalForms: readonly PortalForm[] = [
  { kind: "builder-id", partition: "aws", url: /^view\.awsapps\.com\// },
  {
    kind: "portal",
    partition: "aws-us-gov",
    url:
      /^start\.(?:(?<region>[a-z0-9-]+)\.)?us-gov-home\.awsapps\.com\/(?:directory\/(?<alias>[^/?#]+))?/,
  },
  {
    kind: "portal",
    partition: "aws-cn",
    url:
      /^start\.(?:(?<region>[a-z0-9-]+)\.)?home\.awsapps\.cn\/(?:directory\/(?<alias>[^/?#]+))?/,
  },
  {
    kind: "portal",
    partition: "aws",
    url: /^(?<alias>[^./]+)\.awsapps\.com\//,
  },
  {
    kind: "portal",
    url: /^(?<alias>[^./]+)\.portal\.(?<region>[a-z0-9-]+)\.app\.aws\//,
  },
  {
    kind: "portal",
    url: /^(?<alias>[^./]+)\.(?<region>[a-z0-9-]+)\.portal\.amazonaws\.com\//,
  },
  {
    kind: "portal",
    partition: "aws-cn",
    url:
      /^(?<alias>[^./]+)\.(?<region>[a-z0-9-]+)\.portal\.amazonaws\.com\.cn\//,
  },
  {
    kind: "portal",
    partition: "aws-cn",
    url:
      /^(?<alias>[^./]+)\.portal\.(?<region>[a-z0-9-]+)\.app\.amazonwebservices\.com\.cn\//,
  },
  {
    kind: "portal",
    partition: "aws-eusc",
    url: /^(?<alias>[^./]+)\.(?<region>[a-z0-9-]+)\.portal\.amazonaws\.eu\//,
  },
  {
    kind: "portal",
    partition: "aws-eusc",
    url:
      /^(?<alias>[^./]+)\.portal\.(?<region>[a-z0-9-]+)\.api\.amazonwebservices\.eu\//,
  },
  {
    kind: "issuer",
    partition: "aws",
    url: /^identitycenter\.amazonaws\.com\/(?<alias>[^/?#]+)?/,
  },
  {
    kind: "issuer",
    partition: "aws-cn",
    url: /^identitycenter\.amazonaws\.com\.cn\/(?<alias>[^/?#]+)?/,
  },
  {
    kind: "issuer",
    partition: "aws-us-gov",
    url: /^identitycenter\.us-gov\.amazonaws\.com\/(?<alias>[^/?#]+)?/,
  },
  {
    kind: "issuer",
    partition: "aws-eusc",
    url: /^identitycenter\.amazonaws\.eu\/(?<alias>[^/?#]+)?/,
  },
  // Pages that people mistake for the portal: where they sign in before it, or after it.
  {
    kind: "idp",
    url:
      /^(?:(?:launcher\.)?myapps\.microsoft\.com|login\.microsoftonline\.(?:com|us))\//,
  },
  {
    kind: "idp",
    url: /^(?:[^/]+\.)?(?:okta|oktapreview|okta-emea|onelogin|pingone)\.com\//,
  },
  { kind: "idp", url: /^accounts\.google\.com\// },
  { kind: "idp", url: /^[^/]+\/adfs(?:\/|$)/ },
  {
    kind: "console",
    url:
      /^(?:[^/]+\.)?(?:signin|console)\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)\//,
  },
];
