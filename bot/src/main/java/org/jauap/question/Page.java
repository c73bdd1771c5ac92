package org.jauap.question;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A stretch of a list, and the cursor from which it goes on; none at the end. */
public record Page(List<Question> items, @Nullable String next) {
}
