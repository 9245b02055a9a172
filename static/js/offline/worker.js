// @ts-check
/// <reference lib="webworker" />
/** Answers for the site where there is no network: our own files, and one page that holds nobody's words. */

/**
 * What the server says about this version; it stands before this script.
 * @typedef {{version: string, shell: string, files: string[], static: string}} Kept
 */

const self_ = /** @type {ServiceWorkerGlobalScope & {KEPT: Kept}} */ (/** @type {unknown} */ (self));
const { version, shell, files, static: folder } = self_.KEPT;

const BEGINNING = "backbeat-";
const CACHE = BEGINNING + version;
const PATIENCE = 8_000; // for a page, before the kept one takes its place
const UNREACHED = new Set([502, 503, 504]); // a server in front answers for ours

self_.addEventListener("install", (event) => event.waitUntil(fill()));
self_.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self_.addEventListener("fetch", (event) => answer(event));
self_.addEventListener("message", (event) => {
  if (event.data === "take-over") self_.skipWaiting();
});

/** Nothing is asked for as a person: what is kept here is the same for everybody. */
async function fill() {
  const cache = await caches.open(CACHE);
  await cache.addAll([shell, ...files].map((url) => new Request(url, { credentials: "omit" })));
}

async function takeOver() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(BEGINNING) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self_.clients.claim();
}

/** Whatever is not named here goes its usual way. @param {FetchEvent} event */
function answer(event) {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self_.location.origin) return;
  if (files.includes(url.pathname)) event.respondWith(ours(request));
  else if (request.mode === "navigate" && !url.pathname.startsWith(folder)) event.respondWith(page(request));
}

/** @param {Request} request */
async function ours(request) {
  return (await caches.match(request, { cacheName: CACHE })) ?? fetch(request);
}

/** @param {Request} request */
async function page(request) {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), PATIENCE);
  try {
    const answered = await fetch(request, { signal: late.signal });
    if (!UNREACHED.has(answered.status)) return answered;
  } catch {
    // No network, or none that answers in time.
  } finally {
    clearTimeout(timer);
  }
  return (await caches.match(shell, { cacheName: CACHE })) ?? Response.error();
}
