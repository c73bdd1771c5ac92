// The web chat's page. Everything on it works without this script too, by plain forms; with it, answers come in by
// themselves and nothing that was typed is lost.

import { Composer } from "./composer.js";
import { keep, kept } from "./kept.js";
import { Lines } from "./lines.js";
import { Sender } from "./sender.js";
import { Stream } from "./stream.js";

const RELOAD_PAUSE = 20_000;

const BREAK_NOT_WORTH_A_WORD = 4_000;

const log = document.getElementById("log");
const words = log.dataset;
const csrf = document.querySelector("meta[name=csrf-token]");
const title = document.title;
const newest = document.getElementById("newest");
const banner = document.getElementById("connection");
const menu = document.getElementById("menu");

const lines = new Lines(log);

const sender = new Sender(words.messages, csrf ? { [csrf.dataset.header]: csrf.content } : {},
	{ state: (id, state) => lines.state(id, state), gone: reload });

const composer = new Composer(words, (text, replyTo) => say({ text, replyTo }));

new Stream(words.events, words.place ?? "", { line: hear, connected, gone: reload });

sender.unsent.forEach(said => lines.expect(said));
sender.start();

function say(said) {
	document.getElementById("welcome")?.remove();
	const complete = { ...said, id: freshId(), at: new Date().toISOString() };
	lines.expect(complete);
	sender.say(complete);
}

/** crypto.randomUUID is missing where the page doesn't come over HTTPS. */
function freshId() {
	return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");
}

// --- What comes in

let unread = 0;

function hear(line) {
	const stay = !lines.atEnd;
	document.getElementById("welcome")?.remove();
	if (!lines.show(line)) {
		return;
	}
	if (!stay) {
		lines.toEnd();
	}
	if (!line.fromCitizen && (document.hidden || stay)) {
		unread += 1;
	}
	showUnread();
}

function showUnread() {
	document.title = (unread > 0) ? `(${unread}) ${title}` : title;
	newest.querySelector(".count").textContent = unread || "";
	newest.hidden = lines.atEnd;
}

function looked() {
	if (!document.hidden && lines.atEnd) {
		unread = 0;
	}
	showUnread();
}

document.addEventListener("visibilitychange", looked);
addEventListener("focus", looked);
log.addEventListener("scroll", looked, { passive: true });
newest.addEventListener("click", () => {
	lines.toEnd();
	composer.focus();
});

// --- The connection

let broken = null;

function connected(whether) {
	if (whether && navigator.onLine) {
		clearTimeout(broken);
		broken = null;
		banner.hidden = true;
		return;
	}
	broken ??= setTimeout(() => warn(words.bannerOffline), navigator.onLine ? BREAK_NOT_WORTH_A_WORD : 0);
}

function warn(text) {
	banner.textContent = text;
	banner.hidden = false;
}

addEventListener("offline", () => warn(words.bannerOffline));

/** The cookie or the session is gone: a fresh page has new ones, and what was typed is kept. */
function reload() {
	if (Date.now() - (kept("reloaded") ?? 0) < RELOAD_PAUSE) {
		warn(words.bannerGone);
		return;
	}
	keep("reloaded", Date.now());
	location.reload();
}

// --- What the citizen does

document.addEventListener("submit", event => {
	const pressed = event.submitter;
	if (event.defaultPrevented || !pressed) {
		return;
	}
	event.preventDefault();
	if (pressed.name === "tap") {
		const next = document.getElementById("text");
		say({ text: pressed.textContent, tap: pressed.value, messageId: pressed.closest(".line").dataset.id });
		if (document.activeElement === document.body || document.activeElement === pressed) {
			next.focus({ preventScroll: true });
		}
	}
	else if (pressed.name === "text") {
		menu.open = false;
		say({ text: pressed.value });
		composer.focus();
	}
});

document.addEventListener("click", event => {
	const pressed = event.target.closest("a.reply, a.quote, a[data-example], button.retry");
	if (!menu.contains(event.target)) {
		menu.open = false;
	}
	if (pressed === null) {
		return;
	}
	event.preventDefault();
	if (pressed.matches(".reply")) {
		const { id } = pressed.closest(".line").dataset;
		composer.answer(id, lines.beginning(id));
		composer.focus();
	}
	else if (pressed.matches(".quote")) {
		point(document.getElementById(pressed.getAttribute("href").slice(1)));
	}
	else if (pressed.matches("[data-example]")) {
		composer.begin(pressed.textContent);
	}
	else {
		retry(pressed.closest(".line"));
	}
});

/** Shows the message that a quotation is from. */
function point(line) {
	line?.scrollIntoView({ block: "center" });
	line?.classList.remove("pointed");
	requestAnimationFrame(() => line?.classList.add("pointed"));
}

/** What is on its way is sent at once; what was refused goes back into the field. */
function retry(line) {
	if (line.querySelector(".state.refused")) {
		composer.begin(line.querySelector(".text").textContent);
		line.remove();
		return;
	}
	sender.hurry();
}

menu.addEventListener("keydown", event => {
	if (event.key === "Escape") {
		menu.open = false;
		menu.querySelector("summary").focus();
	}
});

if (matchMedia("(hover: hover) and (pointer: fine)").matches) {
	composer.focus();
}
