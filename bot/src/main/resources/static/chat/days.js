// Times of the day and separators between days, in the browser's own time zone.

export class Days {

	#words;

	constructor(words) {
		this.#words = words;
	}

	/** 14:05 */
	time(at) {
		return `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
	}

	/** Today, yesterday, else the date, with the year if it is another. */
	name(at) {
		const now = new Date();
		const before = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
		if (same(at, now)) {
			return this.#words.today;
		}
		if (same(at, before)) {
			return this.#words.yesterday;
		}
		const pattern = (at.getFullYear() === now.getFullYear()) ? this.#words.thisYear : this.#words.otherYear;
		return pattern.replace("{day}", at.getDate())
			.replace("{month}", this.#words.months.split(",")[at.getMonth()].trim())
			.replace("{year}", at.getFullYear());
	}

	/** Puts a separator wherever a new day begins, and nowhere else; what is right already is left alone. */
	separate(list) {
		let previous = null;
		for (const line of list.querySelectorAll(".line")) {
			const at = new Date(line.dataset.at);
			const above = line.previousElementSibling;
			const separator = above?.classList.contains("day") ? above : null;
			if (previous !== null && same(previous, at)) {
				separator?.remove();
			}
			else {
				this.#mark(line, separator, this.name(at));
			}
			previous = at;
		}
		for (const stray of list.querySelectorAll(".day:last-child, .day:has(+ .day)")) {
			stray.remove();
		}
	}

	#mark(line, separator, name) {
		if (separator === null) {
			const added = document.createElement("li");
			added.className = "day";
			added.append(document.createElement("span"));
			added.firstChild.textContent = name;
			line.before(added);
		}
		else if (separator.textContent.trim() !== name) {
			separator.firstElementChild.textContent = name;
		}
	}

}

function same(one, other) {
	return one.getFullYear() === other.getFullYear() && one.getMonth() === other.getMonth()
		&& one.getDate() === other.getDate();
}
