// The list of messages: shows each line once, in the server's order, with those that are still on their way at the end.
// Whatever people wrote is only ever set as text.

import { Days } from "./days.js";

const QUOTED = 80;

export class Lines {

	#log;
	#list;
	#template;
	#words;
	#days;

	constructor(log) {
		this.#log = log;
		this.#list = log.querySelector("#lines");
		this.#template = document.getElementById("line");
		this.#words = log.dataset;
		this.#days = new Days(log.dataset);
		for (const time of this.#list.querySelectorAll("time")) {
			time.textContent = this.#days.time(new Date(time.dateTime));
		}
		this.#days.separate(this.#list);
	}

	/** Shows a line that the server has. Answers whether it is new. */
	show(line) {
		const there = this.#find(line.id);
		if (there !== null) {
			this.#settle(there, line.at);
			return false;
		}
		this.#insert(this.#build(line));
		if (line.tap && line.replyTo) {
			this.use(line.replyTo, line.tap);
		}
		return true;
	}

	/** Shows what the citizen just said, before the server has it. */
	expect(said) {
		if (this.#find(said.id) !== null) {
			return;
		}
		const line = this.#build({ id: said.id, fromCitizen: true, pieces: [{ text: said.text }], rows: [],
			at: said.at, replyTo: said.replyTo, tap: said.tap });
		line.classList.add("pending");
		this.#list.append(line);
		this.#days.separate(this.#list);
		this.state(said.id, "sending");
		if (said.tap) {
			this.use(said.messageId, said.tap);
		}
		this.toEnd();
	}

	/** How far a line of the citizen's has come: sending, waiting, offline, refused or sent. */
	state(id, state) {
		const mark = this.#find(id)?.querySelector(".state");
		if (!mark) {
			return;
		}
		const word = mark.querySelector(".word") ?? mark.firstElementChild;
		mark.className = `state ${state}`;
		word.classList.toggle("hidden", state === "sent");
		word.textContent = this.#words[state];
		const retry = mark.querySelector(".retry");
		if (retry) {
			retry.hidden = state === "sent" || state === "sending";
		}
	}

	/** Greys the button that was tapped, and its row. */
	use(id, data) {
		for (const button of this.#find(id)?.querySelectorAll("button.choice") ?? []) {
			if (button.value === data) {
				button.disabled = true;
				button.setAttribute("aria-label", `${button.textContent}, ${this.#words.used}`);
			}
		}
	}

	/** The beginning of a line, to quote. */
	beginning(id) {
		const text = [...(this.#find(id)?.querySelector(".text")?.textContent ?? "").replace(/\s+/g, " ").trim()];
		return (text.length <= QUOTED) ? text.join("") : `${text.slice(0, QUOTED).join("").trim()}…`;
	}

	/** Whether the newest line is in view. */
	get atEnd() {
		return this.#log.scrollTop > -80;
	}

	toEnd() {
		this.#log.scrollTop = 0;
	}

	#find(id) {
		return document.getElementById(`line-${id}`);
	}

	/** The server has it: it takes its place before those that are still on their way. */
	#settle(line, at) {
		if (!line.classList.contains("pending")) {
			return;
		}
		line.classList.remove("pending");
		line.dataset.at = at;
		this.#setTime(line, at);
		this.state(line.dataset.id, "sent");
		const first = this.#list.querySelector(".pending");
		if (first !== null && (line.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_PRECEDING)) {
			first.before(line);
		}
		this.#days.separate(this.#list);
	}

	#insert(line) {
		const first = this.#list.querySelector(".pending");
		if (first === null) {
			this.#list.append(line);
		}
		else {
			first.before(line);
		}
		this.#days.separate(this.#list);
	}

	#build(line) {
		const item = this.#template.content.firstElementChild.cloneNode(true);
		item.id = `line-${line.id}`;
		item.dataset.id = line.id;
		item.dataset.at = line.at;
		item.classList.add(line.fromCitizen ? "from-citizen" : "from-gateway", "fresh");
		const who = item.querySelector(".who");
		who.textContent = line.fromCitizen ? who.dataset.citizen : who.dataset.gateway;
		this.#buildQuote(item.querySelector(".quote"), line);
		const text = item.querySelector(".text");
		text.append(...line.pieces.map(piece => this.#buildPiece(piece)));
		this.#setTime(item, line.at);
		this.#buildRows(item.querySelector(".rows"), line);
		if (line.language) {
			text.lang = line.language;
		}
		if (line.fromCitizen) {
			item.querySelector(".reply").remove();
			item.querySelector(".retry").hidden = true;
			item.querySelector(".state").classList.add("sent");
			item.querySelector(".word").classList.add("hidden");
			item.querySelector(".word").textContent = this.#words.sent;
		}
		else {
			item.querySelector(".state").remove();
			item.querySelector(".reply").href = `?reply=${encodeURIComponent(line.id)}`;
		}
		return item;
	}

	#buildQuote(quote, line) {
		const beginning = (line.replyTo && !line.tap) ? this.beginning(line.replyTo) : "";
		if (beginning === "") {
			quote.remove();
			return;
		}
		quote.href = `#line-${line.replyTo}`;
		quote.querySelector(".what").textContent = beginning;
	}

	#buildPiece(piece) {
		if (piece.link) {
			return this.#buildLink(piece.link, piece.text, piece.bold ? "bold" : "");
		}
		if (piece.command) {
			const button = element("button", "command", piece.text);
			button.setAttribute("form", "command");
			button.name = "text";
			button.value = piece.command;
			return button;
		}
		return piece.bold ? element("strong", "", piece.text) : document.createTextNode(piece.text);
	}

	#buildRows(rows, line) {
		if (line.rows.length === 0) {
			rows.remove();
			return;
		}
		rows.lang = line.language ?? "";
		rows.classList.toggle("many", line.rows.length > 6);
		for (const choices of line.rows) {
			const row = element("div", "row", "");
			row.append(...choices.map(choice => this.#buildChoice(choice)));
			rows.append(row);
		}
	}

	#buildChoice(choice) {
		if (choice.link) {
			return this.#buildLink(choice.link, choice.label, "choice");
		}
		const form = document.createElement("form");
		const button = element("button", "choice", choice.label);
		button.name = "tap";
		button.value = choice.data;
		form.append(button);
		return form;
	}

	#buildLink(address, text, className) {
		if (!/^(https?|tel):/.test(address)) {
			return document.createTextNode(text);
		}
		const link = element("a", className, text);
		link.href = address;
		link.rel = "noopener noreferrer";
		if (!address.startsWith("tel:")) {
			link.target = "_blank";
		}
		return link;
	}

	#setTime(item, at) {
		const time = item.querySelector("time");
		time.dateTime = at;
		time.textContent = this.#days.time(new Date(at));
	}

}

function element(name, className, text) {
	const made = document.createElement(name);
	made.className = className;
	made.textContent = text;
	return made;
}
