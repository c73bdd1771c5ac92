package org.jauap.api;

import org.jauap.question.CommandResult;
import org.jauap.question.QuestionNumber;
import org.jauap.question.Questions;

import org.springframework.http.ResponseEntity;

/** What came of a command, in HTTP. */
final class Commands {

	private Commands() {
	}

	/** The question as it is now, or the problem. */
	static ResponseEntity<QuestionAnswer> answer(String number, CommandResult result) {
		return switch (result) {
			case CommandResult.Done done -> QuestionAnswer.entity(done.question());
			case CommandResult.Held held -> throw Problem.Kind.HELD
				.because("'" + held.by() + "' holds the question; ask them to release it")
				.with("heldBy", held.by());
			case CommandResult.Moved moved -> throw Problem.Kind.MOVED
				.because("the question has version " + moved.question().version()
						+ " by now; read it, and send the change again if it still fits")
				.with("version", moved.question().version());
			case CommandResult.WrongStatus wrong -> throw Problem.Kind.WRONG_STATUS
				.because("the question is '" + wrong.status().code() + "'")
				.with("questionStatus", wrong.status().code());
			case CommandResult.Absent _ -> throw absent(number);
			case CommandResult.Forbidden _ -> throw Problem.Kind.FORBIDDEN
				.because("this token may read the agency's questions, but not work on them");
			case CommandResult.Unusable unusable -> throw Problem.Kind.UNUSABLE.because(why(unusable.problem()));
		};
	}

	/** That there is no such question, or none that the token may read: it is not told which. */
	static Problem absent(String number) {
		return Problem.Kind.NOT_FOUND.because(QuestionNumber.parse(number).isPresent()
				? "there is no question with this number, or this token may not read it"
				: "check the number: one character may be wrong");
	}

	private static String why(String problem) {
		return switch (problem) {
			case "problem.empty" -> "the text is empty";
			case "problem.too-long" -> "the text is longer than " + Questions.LONGEST_WORDS + " characters";
			case "problem.unknown-agency" -> "there is no such agency, or no such intent in it; see GET /api/v1/agencies";
			case "problem.extension" -> "'until' must lie after the present deadline, and at most two months after it";
			default -> problem;
		};
	}

}
