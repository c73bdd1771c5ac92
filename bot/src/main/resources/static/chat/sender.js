// Brings what the citizen says to the server: in order, one at a time, each under its id until the server has it. The
// same id is taken once there, so sending again is always safe. What is unsent survives a reload.

import { keep, kept } from "./kept.js";

const PATIENCE = 15_000;

const LONGEST_WAIT = 30_000;

export class Sender {

	#address;
	#token;
	#told;
	#unsent = kept("unsent") ?? [];
	#running = false;
	#hurry = null;

	/** @param told on.state(id, state) for each step, on.gone() when the page must be loaded anew */
	constructor(address, token, told) {
		this.#address = address;
		this.#token = token;
		this.#told = told;
		addEventListener("online", () => this.hurry());
	}

	/** What an earlier load of this page did not bring over. */
	get unsent() {
		return [...this.#unsent];
	}

	say(said) {
		this.#unsent.push(said);
		keep("unsent", this.#unsent);
		this.start();
	}

	/** Doesn't wait any longer before the next attempt. */
	hurry() {
		this.#hurry?.();
		this.start();
	}

	async start() {
		if (this.#running) {
			return;
		}
		this.#running = true;
		let failures = 0;
		while (this.#unsent.length > 0) {
			const outcome = await this.#post(this.#unsent[0]);
			if (outcome === "gone") {
				this.#running = false;
				this.#told.gone();
				return;
			}
			if (outcome === "sent" || outcome === "refused") {
				failures = 0;
				const { id } = this.#unsent.shift();
				keep("unsent", this.#unsent);
				this.#told.state(id, outcome);
			}
			else {
				failures += 1;
				this.#unsent.forEach(said => this.#told.state(said.id, outcome));
				await this.#wait(Math.min(LONGEST_WAIT, 1000 * 2 ** Math.min(failures - 1, 5)));
			}
		}
		this.#running = false;
	}

	async #post({ id, text, tap, messageId, replyTo }) {
		this.#told.state(id, "sending");
		try {
			const response = await fetch(this.#address, {
				method: "POST",
				credentials: "same-origin",
				headers: { "Content-Type": "application/json", ...this.#token },
				body: JSON.stringify({ id, text, tap, messageId, replyTo }),
				signal: AbortSignal.timeout(PATIENCE),
			});
			return outcomeOf(response.status);
		}
		catch {
			return navigator.onLine ? "waiting" : "offline";
		}
	}

	#wait(millis) {
		return new Promise(resolve => {
			const timer = setTimeout(resolve, millis);
			this.#hurry = () => {
				clearTimeout(timer);
				resolve();
			};
		});
	}

}

function outcomeOf(status) {
	if (status >= 200 && status < 300) {
		return "sent";
	}
	if (status === 401 || status === 403) {
		return "gone";
	}
	return (status >= 400 && status < 500 && status !== 408 && status !== 429) ? "refused" : "waiting";
}
