package org.jauap.console;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.jauap.account.ApiTokens;
import org.jauap.account.Official;
import org.jauap.account.Role;
import org.jauap.agency.Catalogue;
import org.jauap.nlp.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** API tokens; the security configuration lets administrators in only. */
@Controller
@RequestMapping("/console/admin/tokens")
class TokensPage {

	private final ApiTokens tokens;

	private final Catalogue catalogue;

	TokensPage(ApiTokens tokens, Catalogue catalogue) {
		this.tokens = tokens;
		this.catalogue = catalogue;
	}

	/** A token as it is asked for. */
	record Form(@Nullable String name, @Nullable String role, @Nullable Set<String> agencies) {

		static Form empty() {
			return new Form("", Role.OFFICIAL.code(), Set.of());
		}

		public boolean has(String agency) {
			return this.agencies != null && this.agencies.contains(agency);
		}

		String typedName() {
			return (this.name == null) ? "" : this.name.strip();
		}

		Set<String> chosen() {
			return (this.agencies == null) ? Set.of() : this.agencies;
		}

	}

	@ModelAttribute("roles")
	List<String> roles() {
		return List.of(Role.values()).stream().map(Role::code).toList();
	}

	@ModelAttribute("agencies")
	List<Place> agencies(@ModelAttribute(name = "language", binding = false) Language language) {
		return Place.all(this.catalogue, language);
	}

	@GetMapping
	String list(Model model) {
		return page(Form.empty(), model);
	}

	/** Makes a token and shows it: this page, this once. */
	@PostMapping
	String create(Form form, @AuthenticationPrincipal(expression = "official") Official me, Model model,
			HttpServletResponse response) {
		Optional<Role> role = Optional.ofNullable(form.role()).flatMap(Role::of);
		Optional<String> problem = problem(form, role);
		if (problem.isEmpty()) {
			Optional<ApiTokens.Created> created = this.tokens.create(form.typedName(), role.orElseThrow(), form.chosen(),
					me);
			if (created.isPresent()) {
				response.setHeader("Cache-Control", "no-store");
				model.addAttribute("created", created.get());
				return page(Form.empty(), model);
			}
			problem = Optional.of("taken");
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("problem", problem.get());
		return page(form, model);
	}

	@PostMapping("/{id}/delete")
	String delete(@PathVariable String id, RedirectAttributes after) {
		this.tokens.delete(id);
		after.addFlashAttribute("done", "deleted");
		return "redirect:/console/admin/tokens";
	}

	private Optional<String> problem(Form form, Optional<Role> role) {
		if (!ApiTokens.isName(form.typedName())) {
			return Optional.of("name");
		}
		if (role.isEmpty()) {
			return Optional.of("role");
		}
		boolean known = form.chosen().stream().allMatch(this.catalogue::hasQueue);
		boolean needed = !new Official("", "", role.get(), Set.of(), Language.EN).seesAll() && form.chosen().isEmpty();
		return (!known || needed) ? Optional.of("agencies") : Optional.empty();
	}

	private String page(Form form, Model model) {
		model.addAttribute("tokens", this.tokens.list());
		model.addAttribute("form", form);
		return "console/tokens";
	}

}
