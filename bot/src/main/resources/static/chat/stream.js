// Hears what is new from the server, without a gap: after any break it goes on from the last place it has seen.

const SILENCE = 50_000;

const LONGEST_WAIT = 30_000;

export class Stream {

	#address;
	#place;
	#told;
	#source = null;
	#heard = Date.now();
	#failures = 0;
	#timer = null;

	/** @param told on.line(line), on.connected(whether), on.gone() when the page must be loaded anew */
	constructor(address, place, told) {
		this.#address = address;
		this.#place = place;
		this.#told = told;
		this.#open();
		setInterval(() => this.#watch(), 5_000);
		addEventListener("online", () => this.#again(0));
		document.addEventListener("visibilitychange", () => this.#watch());
		addEventListener("pagehide", () => this.#source?.close());
		addEventListener("pageshow", event => event.persisted && this.#again(0));
	}

	#open() {
		this.#source?.close();
		this.#heard = Date.now();
		const source = new EventSource(`${this.#address}?after=${encodeURIComponent(this.#place)}`);
		this.#source = source;
		source.addEventListener("open", () => this.#alive());
		source.addEventListener("beat", () => this.#alive());
		source.addEventListener("line", event => {
			this.#alive();
			this.#place = event.lastEventId;
			this.#told.line(JSON.parse(event.data));
		});
		source.addEventListener("error", () => {
			this.#told.connected(false);
			if (source.readyState === EventSource.CLOSED && source === this.#source) {
				this.#failures += 1;
				this.#again(Math.min(LONGEST_WAIT, 1000 * 2 ** Math.min(this.#failures - 1, 5)));
			}
		});
	}

	#alive() {
		this.#heard = Date.now();
		this.#failures = 0;
		this.#told.connected(true);
	}

	/** A connection can die without a word, for instance while the telephone sleeps. */
	#watch() {
		if (!document.hidden && Date.now() - this.#heard > SILENCE) {
			this.#again(0);
		}
	}

	#again(millis) {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#failures > 0 ? this.#probe() : this.#open(), millis);
	}

	/** EventSource doesn't say why it was refused; a plain request does. */
	async #probe() {
		const stop = new AbortController();
		try {
			const { status } = await fetch(`${this.#address}?after=${encodeURIComponent(this.#place)}`,
				{ signal: stop.signal, headers: { Accept: "text/event-stream" } });
			if (status === 401) {
				this.#told.gone();
				return;
			}
		}
		catch {
			// The server can't be reached: the next attempt will tell.
		}
		finally {
			stop.abort();
		}
		this.#open();
	}

}
