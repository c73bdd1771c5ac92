// What must survive a reload of the page: this tab's session storage, or nothing where the browser forbids it.

export function kept(name) {
	try {
		return JSON.parse(sessionStorage.getItem(`jauap-${name}`));
	}
	catch {
		return null;
	}
}

export function keep(name, value) {
	try {
		if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) {
			sessionStorage.removeItem(`jauap-${name}`);
		}
		else {
			sessionStorage.setItem(`jauap-${name}`, JSON.stringify(value));
		}
	}
	catch {
		// Storage is full or forbidden: the page works on, it only forgets at a reload.
	}
}
