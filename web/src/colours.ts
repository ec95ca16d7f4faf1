/** Colours of kinds and standings, from Okabe and Ito's palette, which every kind of colour vision can tell apart. */

const BLUE = "#0072b2";
const ORANGE = "#e69f00";
const GREEN = "#009e73";
const SKY = "#56b4e9";
const VERMILION = "#d55e00";
const PURPLE = "#cc79a7";
const YELLOW = "#d8c11f";
const GREY = "#8b95a1";

const OF_TYPE: Record<string, string> = {
  Person: BLUE,
  Organization: ORANGE,
  PoliticalParty: ORANGE,
  ArmedGroup: ORANGE,
  SportsTeam: ORANGE,
  InternationalOrganization: ORANGE,
  Company: VERMILION,
  GovernmentBody: SKY,
  NewsOutlet: PURPLE,
  Place: GREEN,
  Country: GREEN,
  City: GREEN,
  Region: GREEN,
  Facility: GREEN,
  Event: YELLOW,
};

export function colourOfType(type: string): string {
  return OF_TYPE[type] ?? GREY;
}

/** The kinds that share a colour, by the name under which a legend shows them. */
export const LEGEND: [string, string][] = [
  ["Person", BLUE],
  ["Organization", ORANGE],
  ["Company", VERMILION],
  ["Government body", SKY],
  ["News outlet", PURPLE],
  ["Place", GREEN],
  ["Event", YELLOW],
  ["Other", GREY],
];

/** How a tie stands, the firmest first. */
export const STANDINGS = ["Accepted", "Contested", "Reported", "Alleged", "Denied"] as const;

export interface Theme {
  dark: boolean;
  label: string;
  ground: string;
  muted: string;
  standing: Record<string, string>;
}

export function theme(): Theme {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  return dark
    ? {
        dark,
        label: "#e8ecf1",
        ground: "#14181d",
        muted: "#2c343d",
        standing: { Accepted: "#7f93a8", Contested: "#e69f00", Reported: "#56708a", Alleged: "#a58cc0", Denied: "#e2583e" },
      }
    : {
        dark,
        label: "#1c2530",
        ground: "#ffffff",
        muted: "#e3e7ec",
        standing: { Accepted: "#7d8fa3", Contested: "#e69f00", Reported: "#b3bfcc", Alleged: "#b79fd0", Denied: "#d1432a" },
      };
}
