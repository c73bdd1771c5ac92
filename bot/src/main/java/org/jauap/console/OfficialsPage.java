package org.jauap.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletResponse;
import org.jauap.account.Accounts;
import org.jauap.account.Official;
import org.jauap.account.Role;
import org.jauap.agency.Agency;
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

/** Officials' accounts; the security configuration lets administrators in only. */
@Controller
@RequestMapping("/console/admin/officials")
class OfficialsPage {

	private final Accounts accounts;

	private final Catalogue catalogue;

	OfficialsPage(Accounts accounts, Catalogue catalogue) {
		this.accounts = accounts;
		this.catalogue = catalogue;
	}

	/**
	 * An account as it is typed in.
	 *
	 * @param name sign-in name; only for a new account
	 * @param password empty: stays as it is
	 * @param enabled whether they may sign in; none: they may not
	 */
	record Form(@Nullable String name, @Nullable String position, @Nullable String role, @Nullable Set<String> agencies,
			@Nullable String language, @Nullable String password, @Nullable Boolean enabled) {

		static Form of(Accounts.Account account) {
			Official official = account.official();
			return new Form(official.name(), official.position(), official.role().code(),
					new TreeSet<>(official.agencies()), official.language().code(), null, account.enabled());
		}

		static Form empty() {
			return new Form("", "", Role.OFFICIAL.code(), Set.of(), Language.RU.code(), null, true);
		}

		Form named(String given) {
			return new Form(given, this.position, this.role, this.agencies, this.language, this.password, this.enabled);
		}

		public boolean has(String agency) {
			return this.agencies != null && this.agencies.contains(agency);
		}

		String typedName() {
			return (this.name == null) ? "" : this.name.strip().toLowerCase(Locale.ROOT);
		}

		boolean mayEnter() {
			return Boolean.TRUE.equals(this.enabled);
		}

		String typedPassword() {
			return (this.password == null) ? "" : this.password;
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
		model.addAttribute("accounts", this.accounts.all());
		return "console/officials";
	}

	@GetMapping("/{name}")
	String edit(@PathVariable String name, Model model, HttpServletResponse response) {
		Optional<Form> form = name.equals("new") ? Optional.of(Form.empty()) : this.accounts.find(name).map(Form::of);
		if (form.isEmpty()) {
			return absent(model, response);
		}
		model.addAttribute("isNew", name.equals("new"));
		model.addAttribute("form", form.get());
		return "console/official";
	}

	@PostMapping
	String create(Form form, Model model, RedirectAttributes after, HttpServletResponse response) {
		String name = form.typedName();
		// 'new' is the address of the empty form.
		if (!Accounts.isName(name) || name.equals("new")) {
			return again("name", form, true, model, response);
		}
		Optional<String> problem = problem(form).or(() -> Accounts.isPassword(form.typedPassword()) ? Optional.empty()
				: Optional.of("password"));
		if (problem.isPresent()) {
			return again(problem.get(), form, true, model, response);
		}
		if (!this.accounts.create(official(form, name), form.typedPassword())) {
			return again("taken", form, true, model, response);
		}
		return done("created", name, after);
	}

	@PostMapping("/{name}")
	String change(@PathVariable String name, Form typed, @AuthenticationPrincipal(expression = "official") Official me,
			Model model, RedirectAttributes after, HttpServletResponse response) {
		if (this.accounts.find(name).isEmpty()) {
			return absent(model, response);
		}
		Form form = typed.named(name);
		boolean stays = form.mayEnter() && Role.ADMIN.code().equals(form.role());
		Optional<String> problem = problem(form);
		if (problem.isEmpty() && !form.typedPassword().isEmpty() && !Accounts.isPassword(form.typedPassword())) {
			problem = Optional.of("password");
		}
		if (problem.isEmpty() && !stays && (name.equals(me.name()) || this.accounts.isLastAdministrator(name))) {
			problem = Optional.of("last");
		}
		if (problem.isPresent()) {
			return again(problem.get(), form, false, model, response);
		}
		this.accounts.change(official(form, name), form.mayEnter());
		if (!form.typedPassword().isEmpty()) {
			this.accounts.changePassword(name, form.typedPassword());
		}
		return done("changed", name, after);
	}

	private Optional<String> problem(Form form) {
		Optional<Role> role = Optional.ofNullable(form.role()).flatMap(Role::of);
		if (role.isEmpty()) {
			return Optional.of("role");
		}
		Set<String> agencies = (form.agencies() == null) ? Set.of() : form.agencies();
		boolean known = agencies.stream().allMatch(this.catalogue::hasQueue);
		boolean needed = !official(form, "").seesAll() && agencies.isEmpty();
		return (!known || needed) ? Optional.of("agencies") : Optional.empty();
	}

	private static Official official(Form form, String name) {
		return new Official(name, (form.position() == null) ? "" : form.position().strip(),
				Role.of(String.valueOf(form.role())).orElseThrow(),
				(form.agencies() == null) ? Set.of() : Set.copyOf(form.agencies()),
				Language.of(String.valueOf(form.language())).orElse(Language.RU));
	}

	private static String again(String problem, Form form, boolean isNew, Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("problem", problem);
		model.addAttribute("form", form);
		model.addAttribute("isNew", isNew);
		return "console/official";
	}

	private static String done(String what, String name, RedirectAttributes after) {
		after.addFlashAttribute("done", what);
		after.addFlashAttribute("doneName", name);
		return "redirect:/console/admin/officials";
	}

	private static String absent(Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.NOT_FOUND.value());
		model.addAttribute("problem", "no-official");
		return "console/problem";
	}

}
