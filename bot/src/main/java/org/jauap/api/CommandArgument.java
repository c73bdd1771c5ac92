package org.jauap.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jauap.account.Official;
import org.jauap.account.OfficialDetails;
import org.jauap.question.Command;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * The command that a request is: by whose token, under which id, on which version ({@code If-Match: "7"}).
 */
final class CommandArgument implements HandlerMethodArgumentResolver {

	private static final Pattern VERSION = Pattern.compile("\"?([1-9][0-9]{0,8})\"?");

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Command.class;
	}

	@Override
	public Command resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest web, @Nullable WebDataBinderFactory binders) {
		HttpServletRequest request = java.util.Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
		return new Command(KeptAnswers.commandId(request), official(), version(request.getHeader(HttpHeaders.IF_MATCH)));
	}

	private static Official official() {
		OfficialDetails details = (OfficialDetails) SecurityContextHolder.getContext().getAuthentication().getPrincipal();
		return details.official();
	}

	private static int version(@Nullable String ifMatch) {
		if (ifMatch == null || ifMatch.strip().equals("*")) {
			return 0;
		}
		Matcher version = VERSION.matcher(ifMatch.strip());
		if (!version.matches()) {
			throw Problems.field(HttpHeaders.IF_MATCH, "must be one question version, e.g. \"7\"");
		}
		return Integer.parseInt(version.group(1));
	}

}
