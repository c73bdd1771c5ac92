package org.jauap.console;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** The page that says which right is missing, and who gives it. */
final class NoRight {

	private NoRight() {
	}

	static String administrator(Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.FORBIDDEN.value());
		model.addAttribute("problem", "no-admin");
		return "console/problem";
	}

}
