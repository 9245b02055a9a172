// @ts-check
/** Knows what this browser keeps for one person, and throws away what is anybody else's. */

import { drop, keep, kept, names } from "../player/shelf.js";
import { all, put, remove } from "./store.js";

const WHO = "backbeat-person"; // who was signed in here last
const DAY = 24 * 60 * 60_000;

/**
 * @typedef {object} Length one version of a routine
 * @property {string} length
 * @property {number} minutes
 * @property {boolean} usual
 * @property {string} token the server's own seal on what is run
 * @property {string} score
 * @property {any} data what the player's page carries, without a session
 */
/** @typedef {{routine: number, name: string, start: string, player: string, lengths: Length[]}} Routine */
/**
 * @typedef {object} Pack
 * @property {number} person
 * @property {string} issued_at
 * @property {string} expires_at
 * @property {string} start_url
 * @property {string} checks_url
 * @property {string} pain_url
 * @property {string} emergency the number to call where the person is
 * @property {{day: string, title: string, routines: number[]}[]} days
 * @property {Routine[]} routines
 * @property {string} [why] nothing may be pressed, and why
 */
/** @typedef {{session: string, person: number, at: number, html: string, data: any}} Kept */

/** Who uses this device, as its pages last knew. @returns {{person: number, theme: string}|null} */
export const lastHere = () => kept(WHO);

/** @param {number} person @param {string} theme */
export async function nowHere(person, theme) {
  keep(WHO, { person, theme });
  for (const pack of await all("packs")) if (pack.person !== person) await remove("packs", pack.person);
  for (const run of await all("runs")) if (run.person !== person) await remove("runs", run.session);
}

/** @param {number} person @returns {Promise<Pack|undefined>} */
export async function packOf(person) {
  return (await all("packs")).find((pack) => pack.person === person);
}

/** Where nothing may be pressed, a session that was left open closes as well. @param {Pack} pack */
export async function keepPack(pack) {
  if (pack.why) for (const run of await runsOf(pack.person)) await dropRun(run.session);
  await put("packs", pack);
}

/** Takes what was for pressing away, and says why. @param {Pack} pack @param {string} why */
export const closePack = (pack, why) => keepPack({ ...pack, routines: [], days: [], why });

/** @param {Kept} run */
export const keepRun = (run) => put("runs", run);

/** @param {string} session */
export const dropRun = (session) => remove("runs", session);

/** Sessions of the last 24 hours that are not over, newest first. @param {number} person @returns {Promise<Kept[]>} */
export async function runsOf(person) {
  const runs = /** @type {Kept[]} */ (await all("runs"));
  for (const run of runs) if (!(Date.now() - run.at < DAY)) await dropRun(run.session);
  return runs
    .filter((run) => run.person === person && Date.now() - run.at < DAY)
    .sort((one, other) => other.at - one.at);
}

/** Nothing of a person stays here: no session, no pack, no entry that waits. @param {number} person */
export async function purge(person) {
  const of = (/** @type {any} */ value) => value?.person ?? value?.body?.person;
  for (const name of names("backbeat-")) if ([undefined, person].includes(of(kept(name)))) drop(name);
  for (const run of await all("runs")) if (run.person === person) await remove("runs", run.session);
  await remove("packs", person);
}
