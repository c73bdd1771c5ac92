package org.jauap.nlp.cli;

import java.io.StringWriter;
import java.util.function.Consumer;

import org.jauap.nlp.Alternative;
import org.jauap.nlp.Classification;
import org.jauap.nlp.Label;
import org.jauap.nlp.evaluation.Evaluation;
import org.jauap.nlp.evaluation.ScopeScore;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The JSON objects the commands print, each in one line. Agencies are {@code null} for labels without one. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {
    }

    static String of(Classification classification) {
        return object(json -> {
            json.writeStringProperty("language", classification.language().code());
            json.writeStringProperty("decision", classification.decision().code());
            write(classification.label(), json);
            json.writeNumberProperty("confidence", rounded(classification.confidence()));
            json.writeArrayPropertyStart("because");
            classification.because().forEach(json::writeString);
            json.writeEndArray();
            json.writeArrayPropertyStart("alternatives");
            for (Alternative alternative : classification.alternatives()) {
                json.writeStartObject();
                write(alternative.label(), json);
                json.writeNumberProperty("confidence", rounded(alternative.confidence()));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    static String of(Evaluation evaluation, long modelBytes) {
        return object(json -> {
            json.writeNumberProperty("examples", evaluation.answers().size());
            json.writeNumberProperty("accuracy", rounded(evaluation.accuracy()));
            json.writeNumberProperty("macroF1", rounded(evaluation.macroF1()));
            json.writeNumberProperty("top3", rounded(evaluation.topThree()));
            json.writeNumberProperty("ece", rounded(evaluation.calibrationError()));
            write(evaluation.scope(), json);
            json.writeObjectPropertyStart("micros");
            json.writeNumberProperty("p50", rounded(evaluation.micros(0.5)));
            json.writeNumberProperty("p99", rounded(evaluation.micros(0.99)));
            json.writeEndObject();
            json.writeNumberProperty("modelBytes", modelBytes);
        });
    }

    private static void write(@Nullable ScopeScore scope, JsonGenerator json) {
        if (scope == null) {
            json.writeNullProperty("outOfScope");
            return;
        }
        json.writeObjectPropertyStart("outOfScope");
        json.writeNumberProperty("recall", rounded(scope.recall()));
        json.writeNumberProperty("falseRejections", rounded(scope.falseRejections()));
        json.writeNumberProperty("auroc", rounded(scope.auroc()));
        json.writeEndObject();
    }

    private static void write(@Nullable Label label, JsonGenerator json) {
        json.writeStringProperty("agency", label == null || label.agency().isEmpty() ? null : label.agency());
        json.writeStringProperty("intent", label == null ? null : label.intent());
    }

    private static String object(Consumer<JsonGenerator> properties) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            properties.accept(json);
            json.writeEndObject();
        }
        return out.toString();
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

}
