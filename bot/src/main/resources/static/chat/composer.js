// The field the citizen writes in: grows with the text, keeps it over a reload, counts near the limit, and knows which
// message is being answered.

import { keep, kept } from "./kept.js";

const COUNTED = 300;

export class Composer {

	#form;
	#text;
	#counter;
	#answering;
	#words;
	#limit;
	#replyTo = null;

	/** @param said called with (text, replyTo) when the citizen sends */
	constructor(words, said) {
		this.#form = document.getElementById("composer");
		this.#text = document.getElementById("text");
		this.#counter = document.getElementById("counter");
		this.#answering = document.getElementById("answering");
		this.#words = words;
		this.#limit = this.#text.maxLength;
		// A browser would cut off what is pasted in; here nothing is lost, it just can't be sent yet.
		this.#text.removeAttribute("maxlength");
		this.#text.required = false;
		document.getElementById("keys").hidden = false;
		this.#text.setAttribute("aria-describedby", "keys counter");
		if (this.#text.value === "") {
			this.#text.value = kept("draft") ?? "";
		}
		this.#text.addEventListener("input", () => this.#changed());
		this.#text.addEventListener("keydown", event => this.#key(event));
		this.#form.addEventListener("submit", event => {
			event.preventDefault();
			this.#send(said);
		});
		this.#answering.querySelector(".cancel").addEventListener("click", event => {
			event.preventDefault();
			this.answer(null, "");
			this.focus();
		});
		this.#replyTo = this.#form.elements.replyTo.value || null;
		this.#changed();
	}

	focus() {
		this.#text.focus();
	}

	/** Puts words into the field, for the citizen to change and send. */
	begin(text) {
		this.#text.value = text;
		this.#changed();
		this.focus();
	}

	/** What is sent next answers this message; null: none. */
	answer(id, beginning) {
		this.#replyTo = id;
		this.#answering.classList.toggle("empty", id === null);
		this.#answering.querySelector(".what").textContent = beginning;
	}

	#send(said) {
		const text = this.#text.value.trim();
		if (text === "" || this.#text.value.length > this.#limit) {
			this.focus();
			return;
		}
		const replyTo = this.#replyTo;
		this.#text.value = "";
		this.answer(null, "");
		this.#changed();
		this.focus();
		said(text, replyTo);
	}

	#key(event) {
		if (event.key === "Escape" && this.#replyTo !== null) {
			this.answer(null, "");
			return;
		}
		// On a touch screen there is no Shift+Enter, so Enter starts a new line there.
		const touch = matchMedia("(hover: none) and (pointer: coarse)").matches;
		if (event.key === "Enter" && !event.shiftKey && !event.isComposing && (!touch || event.ctrlKey)) {
			event.preventDefault();
			this.#form.requestSubmit();
		}
	}

	#changed() {
		keep("draft", this.#text.value);
		this.#text.style.height = "auto";
		this.#text.style.height = `${this.#text.scrollHeight}px`;
		const left = this.#limit - this.#text.value.length;
		const over = left < 0;
		this.#counter.textContent = (left > COUNTED) ? ""
			: (over ? this.#words.over : this.#words.left).replace("{n}", Math.abs(left));
		this.#counter.classList.toggle("over", over);
		this.#text.setAttribute("aria-invalid", over);
		this.#form.querySelector(".send").setAttribute("aria-disabled", over || this.#text.value.trim() === "");
	}

}
