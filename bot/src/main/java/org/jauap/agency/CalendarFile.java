package org.jauap.agency;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.springframework.core.io.Resource;

/** Reads {@code calendar.yaml}; any mistake in it stops the start with one line. */
final class CalendarFile {

	private final YamlFile file;

	private CalendarFile(YamlFile file) {
		this.file = file;
	}

	static WorkCalendar read(Resource resource) {
		CalendarFile reader = new CalendarFile(YamlFile.read(resource));
		LocalTime from = reader.value("working-hours.from", LocalTime::parse, "a time such as '09:00'");
		LocalTime until = reader.value("working-hours.until", LocalTime::parse, "a time such as '18:30'");
		if (!from.isBefore(until)) {
			throw reader.file.problem("working-hours", "'from' is not before 'until'; correct them");
		}
		return new WorkCalendar(reader.value("time-zone", ZoneId::of, "a zone such as 'Asia/Almaty'"), from, until,
				reader.days("holidays"), reader.days("workdays"));
	}

	private Set<LocalDate> days(String key) {
		Object value = this.file.root().get(key);
		if (value == null) {
			return Set.of();
		}
		if (!(value instanceof List<?> list)) {
			throw this.file.problem(key, "is not a list of days such as '2026-12-16'");
		}
		Set<LocalDate> days = new HashSet<>();
		list.forEach(day -> days.add(parse(key, day, LocalDate::parse, "a day such as '2026-12-16', in quotes")));
		return Set.copyOf(days);
	}

	private <T> T value(String path, Function<String, T> parser, String expected) {
		Object value = this.file.root();
		for (String key : path.split("\\.")) {
			value = (value instanceof Map<?, ?> map) ? map.get(key) : null;
		}
		return parse(path, value, parser, expected);
	}

	private <T> T parse(String where, Object value, Function<String, T> parser, String expected) {
		try {
			return parser.apply(String.valueOf(value));
		}
		catch (DateTimeException ex) {
			throw this.file.problem(where, "'" + value + "' is not " + expected);
		}
	}

}
